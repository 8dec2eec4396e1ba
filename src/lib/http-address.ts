import { isIP } from "node:net";
import type { AddressGuard } from "./address-guard.ts";
import { failed, type HttpFailure } from "./http-answer.ts";

const LONGEST_ADDRESS = 8_192;

/**
 * The URL of an address, when it may be fetched: http or https, no user name or password in it, and
 * no IP address that the guard refuses. Host names are judged later, by what they resolve to.
 */
export function checkAddress(
  address: string,
  base: string | undefined,
  isAllowed: AddressGuard,
): URL | HttpFailure {
  const url = address.length > LONGEST_ADDRESS ? null : URL.parse(address, base);
  if (url === null) return failed("bad-address", "not a URL");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return failed("bad-address", `${url.protocol} is neither http: nor https:`);
  if (url.username !== "" || url.password !== "")
    return failed("bad-address", "a user name or password stands in the URL");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isAllowed(host)) return failed("address-refused", host);
  url.hash = "";
  return url;
}
