/**
 * How long a `Retry-After` header asks to wait, in milliseconds from `now`, never negative; null when
 * it is absent or says nothing readable. Seconds or an HTTP date (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,12}(\.\d{1,9})?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/[a-z]/i.test(text)) return null;
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
