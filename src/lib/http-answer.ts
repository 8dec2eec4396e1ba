/** What one GET asks for; the validators of the last answer make it conditional. */
export type HttpRequest = {
  readonly url: string;
  /** What to send as `Accept`. */
  readonly accept: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
};

/** What a response's headers say of itself, and where it was found. */
export type ResponseFacts = {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** The new address, when the resource moved there for good (301, 308); else null. */
  readonly movedTo: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long the answer stays fresh by its headers, in milliseconds; null when they do not say. */
  readonly maxAgeMs: number | null;
};

/** Why a GET gave nothing; fit to be a metric label. */
export type HttpFailureReason =
  | "address-refused"
  | "bad-address"
  | "bad-encoding"
  | "connection"
  | "gone"
  | "name-not-found"
  | "not-found"
  | "status"
  | "stopped"
  | "timeout"
  | "tls"
  | "too-large"
  | "too-many-redirects";

/** A GET that gave nothing, and why; `detail` is for the log. */
export type HttpFailure = {
  readonly kind: "failed";
  readonly reason: HttpFailureReason;
  readonly detail: string;
};

/** What one GET came to. */
export type HttpAnswer =
  | ({
      readonly kind: "fresh";
      /** Decompressed. */
      readonly body: Uint8Array;
      readonly contentType: string | null;
    } & ResponseFacts)
  /** 304: what the validators stand for is still current. */
  | ({ readonly kind: "unchanged" } & ResponseFacts)
  /** 429 or 503; `ms` is what the server asks to wait, null when it does not say. */
  | { readonly kind: "later"; readonly ms: number | null; readonly status: number }
  | HttpFailure;

/** Sends one GET; expected failures are answers, never exceptions. */
export type HttpGet = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** A failure with its reason. */
export const failed = (reason: HttpFailureReason, detail: string): HttpFailure => ({
  kind: "failed",
  reason,
  detail,
});
