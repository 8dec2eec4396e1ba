import type { Agent, Dispatcher } from "undici";
import { maxAgeMs } from "./cache-control.ts";
import type { Clock } from "./clock.ts";
import { failed, type HttpAnswer, type HttpFailure, type HttpRequest } from "./http-answer.ts";
import { discard, readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";

/** What one request needs of the client. */
export type ExchangeDeps = {
  readonly agent: Agent;
  readonly clock: Clock;
  readonly userAgent: string;
  readonly limits: { readonly mostBytes: number };
};

/** Where a response sends on to, as its header gives it. */
export type Redirect = {
  readonly kind: "redirect";
  readonly location: string;
  readonly permanent: boolean;
};

/** The address asked, and the one to remember for it when permanent redirects led there. */
export type Place = { readonly url: URL; readonly movedTo: string | null };

/**
 * Sends one request to one address and reads its response.
 *
 * @throws {Error} when the connection fails or the signal aborts.
 */
export async function exchange(
  deps: ExchangeDeps,
  request: HttpRequest,
  place: Place,
  signal: AbortSignal,
): Promise<HttpAnswer | Redirect> {
  const { url } = place;
  const response = await deps.agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: "GET",
    headers: headersOf(deps.userAgent, request),
    signal,
  });
  if (response.statusCode === 200) return readFresh(deps, place, response);
  const answer = readOther(deps, request, place, response);
  discard(response.body);
  return answer;
}

function headersOf(userAgent: string, request: HttpRequest): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept: request.accept,
    "accept-encoding": "gzip, br, deflate",
  };
  if (request.etag) headers["if-none-match"] = request.etag;
  if (request.lastModified) headers["if-modified-since"] = request.lastModified;
  return headers;
}

type Response = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body">;

async function readFresh(
  deps: ExchangeDeps,
  place: Place,
  response: Response,
): Promise<HttpAnswer> {
  const encoding = header(response, "content-encoding");
  const body = await readBody(response.body, encoding, deps.limits.mostBytes);
  if (!(body instanceof Uint8Array)) return body;
  const contentType = header(response, "content-type");
  return { kind: "fresh", body, contentType, ...factsOf(place, response) };
}

function readOther(
  deps: ExchangeDeps,
  request: HttpRequest,
  place: Place,
  response: Response,
): HttpAnswer | Redirect {
  const { statusCode: status } = response;
  const location = header(response, "location");
  if (REDIRECTS.has(status) && location !== null)
    return { kind: "redirect", location, permanent: status === 301 || status === 308 };
  if (status === 304 && (request.etag || request.lastModified))
    return { kind: "unchanged", ...factsOf(place, response) };
  if (status === 429 || status === 503) {
    const ms = retryAfterMs(header(response, "retry-after"), deps.clock.now());
    return { kind: "later", ms, status };
  }
  return statusFailure(status);
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function statusFailure(status: number): HttpFailure {
  const detail = `HTTP ${status}`;
  if (status === 404) return failed("not-found", detail);
  if (status === 410) return failed("gone", detail);
  return failed("status", detail);
}

const factsOf = ({ url, movedTo }: Place, response: Response) => ({
  url: url.href,
  movedTo,
  etag: validator(response, "etag"),
  lastModified: validator(response, "last-modified"),
  maxAgeMs: maxAgeMs(header(response, "cache-control"), header(response, "age")),
});

const LONGEST_VALIDATOR = 1_000;

/** A validator fit to be sent back; one with other characters would be a bad request. */
function validator(response: Response, name: string): string | null {
  const value = header(response, name);
  if (value === null || value.length > LONGEST_VALIDATOR) return null;
  return /^[\x20-\x7e]+$/.test(value) ? value : null;
}

function header(response: Response, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? null;
}
