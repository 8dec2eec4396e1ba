import { failed, type HttpFailure, type HttpFailureReason } from "./http-answer.ts";

/** Why a request's error may have come about. */
export type AbortCause = { readonly stopped: boolean; readonly timedOut: boolean };

/** The answer that an error of the network, TLS, DNS or decompression stands for. */
export function failureOf(error: unknown, { stopped, timedOut }: AbortCause): HttpFailure {
  if (stopped) return failed("stopped", "the program is stopping");
  if (timedOut) return failed("timeout", "the answer took too long");
  const codes = codesOf(error);
  const detail = codes[0] ?? (error instanceof Error ? error.message : "unknown error");
  const known = codes.flatMap((code) => reasonOf(code) ?? []);
  return failed(known[0] ?? "connection", detail.slice(0, 200));
}

const REASONS: Readonly<Record<string, HttpFailureReason>> = {
  EADDRESSREFUSED: "address-refused",
  ENOTFOUND: "name-not-found",
  EAI_AGAIN: "name-not-found",
  EAI_FAIL: "name-not-found",
  EAI_NODATA: "name-not-found",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
};

function reasonOf(code: string): HttpFailureReason | null {
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return "tls";
  if (/^(Z_|ERR_(PADDING|BROTLI|_ERR|TRAILING)|ERR__?ERROR)/.test(code)) return "bad-encoding";
  return REASONS[code] ?? null;
}

/** The codes of an error, of its causes, and of the errors it gathers (one an address tried). */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const gathered = error instanceof AggregateError ? error.errors : [];
  const inner = [error.cause, ...gathered].flatMap((each) => codesOf(each, depth + 1));
  return [...own, ...inner];
}
