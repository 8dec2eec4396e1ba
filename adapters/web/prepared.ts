import { createHash } from "node:crypto";
import { constants, gzipSync } from "node:zlib";
import type { Context } from "hono";

/** What is sent again and again, with its forms ready. */
export type Prepared = {
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Null where it would save nothing. */
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** What is to be sent. */
export type Content = {
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  /** The value of `Cache-Control`. */
  readonly caching: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A reader sees changes at once by the event stream; caches between us may hold it for this long. */
export const BRIEFLY = "public, max-age=10";

const SMALLEST_ZIPPED = 600;
const ZIPPED = /^(text\/|application\/|image\/svg)/;

/** Makes ready what is sent to many. */
export function prepare({ mediaType, body, caching, headers }: Content): Prepared {
  const plain = Uint8Array.from(typeof body === "string" ? Buffer.from(body) : body);
  const isZipped = plain.length >= SMALLEST_ZIPPED && ZIPPED.test(mediaType);
  return {
    plain,
    gzipped: isZipped
      ? Uint8Array.from(gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }))
      : null,
    headers: {
      ...(isZipped ? { vary: "accept-encoding" } : {}),
      ...headers,
      "content-type": mediaType,
      // Weak: the same for the zipped form (RFC 9110, section 8.8.3).
      etag: `W/"${versionOf(body)}"`,
      "cache-control": caching,
    },
  };
}

/** A version by what a body holds. */
export const versionOf = (body: string | Uint8Array): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, 22);

/** Answers with what was made ready, or says that the client has it (RFC 9110, section 13). */
export function answer(c: Context, { plain, gzipped, headers }: Prepared): Response {
  if (isKnown(c.req.header("if-none-match"), headers["etag"] ?? "")) {
    const { "content-type": _, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  if (gzipped === null || !takesGzip(c.req.header("accept-encoding")))
    return new Response(plain, { headers: { ...headers, "content-length": `${plain.length}` } });
  return new Response(gzipped, {
    headers: {
      ...headers,
      "content-encoding": "gzip",
      // Told outright, since an answer to HEAD has no body that it could be counted from.
      "content-length": `${gzipped.length}`,
    },
  });
}

const isKnown = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given.trim() === "*" ||
    given.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag.replace(/^W\//, "")));

const takesGzip = (given: string | undefined): boolean =>
  (given ?? "")
    .toLowerCase()
    .split(",")
    .some((coding) => {
      const [name = "", ...parameters] = coding.split(";").map((part) => part.trim());
      return (
        (name === "gzip" || name === "*") && !parameters.some((each) => /^q=0(\.0*)?$/.test(each))
      );
    });
