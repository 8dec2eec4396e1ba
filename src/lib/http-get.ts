import { Agent } from "undici";
import { type AddressGuard, createAddressGuard } from "./address-guard.ts";
import type { Clock } from "./clock.ts";
import { createGuardedLookup } from "./guarded-lookup.ts";
import { createHostGate, type HostGate } from "./host-gate.ts";
import { checkAddress } from "./http-address.ts";
import { failed, type HttpAnswer, type HttpGet, type HttpRequest } from "./http-answer.ts";
import { failureOf } from "./http-failure.ts";
import { exchange, type Redirect } from "./http-exchange.ts";
import { limitedSignal } from "./limited-signal.ts";

/** How far one GET may go. */
export type HttpLimits = {
  readonly connectMs: number;
  /** Until the response's headers are there, from when the request is sent. */
  readonly headersMs: number;
  /** For all the work of one GET, redirects and body included; waiting for a busy host not. */
  readonly totalMs: number;
  /** Of the decompressed body. */
  readonly mostBytes: number;
  readonly mostRedirects: number;
};

/** Limits that suit feeds and news pages. */
export const DEFAULT_LIMITS: HttpLimits = {
  connectMs: 8_000,
  headersMs: 12_000,
  totalMs: 25_000,
  mostBytes: 5_000_000,
  mostRedirects: 5,
};

/** What an HTTP client is made of. */
export type HttpOptions = {
  readonly clock: Clock;
  /** Says truthfully who asks, such as `Parley/0.1 (+https://…)`. */
  readonly userAgent: string;
  /** Networks (CIDR) that may be reached though they are not public. */
  readonly allowedNetworks: readonly string[];
  readonly limits: HttpLimits;
};

/** An HTTP client; `close` ends its idle connections. */
export type HttpClient = { readonly get: HttpGet; close(): Promise<void> };

/** What the hops of one GET share. */
export type HttpDeps = HttpOptions & {
  readonly agent: Agent;
  readonly isAllowed: AddressGuard;
  readonly gate: HostGate;
};

/**
 * A client that fetches what strangers publish: every hop's address is checked after DNS, size and
 * time are limited, and a host gets one request at a time.
 *
 * @throws {Error} when an allowed network is not CIDR.
 */
export function createHttpClient(options: HttpOptions): HttpClient {
  const isAllowed = createAddressGuard(options.allowedNetworks);
  const { connectMs, headersMs, totalMs } = options.limits;
  const agent = new Agent({
    connect: { lookup: createGuardedLookup(isAllowed), timeout: connectMs },
    headersTimeout: headersMs,
    bodyTimeout: totalMs,
    allowH2: false,
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
  });
  const deps: HttpDeps = { ...options, agent, isAllowed, gate: createHostGate() };
  return {
    get: (request, signal) => get(deps, request, signal),
    close: () => agent.destroy(),
  };
}

/** Where a GET stands on its way through redirects. */
type Hop = {
  readonly url: URL;
  readonly redirects: number;
  /** Whether every redirect so far was for good. */
  readonly permanent: boolean;
  readonly leftMs: number;
};

async function get(deps: HttpDeps, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const url = checkAddress(request.url, undefined, deps.isAllowed);
  if (!(url instanceof URL)) return url;
  let hop: Hop = { url, redirects: 0, permanent: true, leftMs: deps.limits.totalMs };
  for (;;) {
    const next = await deps.gate(hop.url.host, () => oneHop(deps, request, hop, signal));
    if (next.kind !== "redirect") return next;
    if (next.redirects > deps.limits.mostRedirects)
      return failed("too-many-redirects", next.url.href);
    hop = next;
  }
}

async function oneHop(
  deps: HttpDeps,
  request: HttpRequest,
  hop: Hop,
  signal: AbortSignal,
): Promise<HttpAnswer | ({ kind: "redirect" } & Hop)> {
  const started = performance.now();
  const limited = limitedSignal(signal, hop.leftMs);
  try {
    const movedTo = hop.redirects > 0 && hop.permanent ? hop.url.href : null;
    const asking = exchange(deps, request, { url: hop.url, movedTo }, limited.signal);
    const answer = await orAborted(asking, limited.signal);
    if (answer.kind !== "redirect") return answer;
    return follow(deps, hop, answer, performance.now() - started);
  } catch (error) {
    return failureOf(error, { stopped: signal.aborted, timedOut: limited.signal.aborted });
  } finally {
    limited.release();
  }
}

function follow(
  deps: HttpDeps,
  hop: Hop,
  redirect: Redirect,
  spentMs: number,
): HttpAnswer | ({ kind: "redirect" } & Hop) {
  const url = checkAddress(redirect.location, hop.url.href, deps.isAllowed);
  if (!(url instanceof URL)) return url;
  const secure = hop.url.protocol === "http:" || url.protocol === "https:";
  return {
    kind: "redirect",
    url,
    redirects: hop.redirects + 1,
    permanent: hop.permanent && redirect.permanent && secure,
    leftMs: Math.max(1, hop.leftMs - spentMs),
  };
}

/** While a connection is being made, undici hears of an abort only once that has come to an end. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
