/**
 * How long a response stays fresh by its `Cache-Control` header (RFC 9111, section 5.2.2), less the
 * `Age` it already has, in milliseconds; null when the header does not say, 0 when it forbids reuse.
 */
export function maxAgeMs(cacheControl: string | null, age: string | null): number | null {
  const directives = (cacheControl ?? "").toLowerCase().split(",", MOST_DIRECTIVES);
  const names = new Map(directives.map(nameAndValue));
  if (names.has("no-cache") || names.has("no-store")) return 0;
  const seconds = names.get("max-age");
  if (seconds === undefined || !/^\d{1,10}$/.test(seconds)) return null;
  const aged = /^\d{1,10}$/.test(age ?? "") ? Number(age) : 0;
  return Math.max(0, Number(seconds) - aged) * 1000;
}

const MOST_DIRECTIVES = 20;

function nameAndValue(directive: string): [name: string, value: string] {
  const [name = "", value = ""] = directive.split("=", 2);
  return [name.trim(), value.trim().replaceAll('"', "")];
}
