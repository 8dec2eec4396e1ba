const FORMAT = /^(?:r|w?[dD]?[tT]?)$/;

/** A moment that each reader sees in his own zone. */
export type DateTime = { readonly unixTime: number; readonly format: string };

/** Reads the attributes of `tg-time`; null when they are not as the API asks ("Date-time entity formatting"). */
export function readDateTime(attributes: ReadonlyMap<string, string>): DateTime | null {
  const unix = attributes.get("unix") ?? "";
  const format = attributes.get("format") ?? "";
  if (!/^\d{1,10}$/.test(unix) || !FORMAT.test(format)) return null;
  return { unixTime: Number(unix), format };
}

/** How a reader would see a moment; `words` are shown as they stand when the format is empty. */
export function showDateTime(
  { unixTime, format }: DateTime,
  words: string,
  reader: { readonly zone: string; readonly language: string; readonly now: Date },
): string {
  const at = new Date(unixTime * 1000);
  if (format === "") return words;
  if (format === "r") return showRelative(at, reader);
  return new Intl.DateTimeFormat(reader.language, {
    timeZone: reader.zone,
    ...(format.includes("w") ? { weekday: "long" } : {}),
    ...(format.includes("d") ? { day: "2-digit", month: "2-digit", year: "2-digit" } : {}),
    ...(format.includes("D") ? { day: "numeric", month: "long", year: "numeric" } : {}),
    ...(format.includes("t") ? { hour: "2-digit", minute: "2-digit" } : {}),
    ...(format.includes("T") ? { hour: "2-digit", minute: "2-digit", second: "2-digit" } : {}),
  }).format(at);
}

const STEPS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

function showRelative(at: Date, reader: { readonly language: string; readonly now: Date }): string {
  const seconds = Math.round((at.getTime() - reader.now.getTime()) / 1000);
  const [unit, size] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? STEPS[3];
  return new Intl.RelativeTimeFormat(reader.language).format(Math.round(seconds / size), unit);
}
