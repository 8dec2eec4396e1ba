import { isAscii } from "node:buffer";
import type { Language } from "./language.ts";

/** What is known of a text's encoding besides its bytes. */
export type EncodingHints = {
  /** The `Content-Type` header as it came, or null. */
  readonly contentType: string | null;
  /** The language the source usually writes in; it decides between the legacy code pages. */
  readonly lang: Language;
};

/** A text, and the WHATWG name of the encoding it was read in. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/**
 * Reads bytes as text: by the byte order mark, else the `Content-Type` charset, else the XML or HTML
 * declaration, else as UTF-8, else in the language's legacy code page (windows-1256 for Arabic and
 * Persian, windows-1252 otherwise). A declaration that the bytes refute is passed over: servers often
 * declare one charset for everything they hold. Never throws; what cannot be read becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, hints: EncodingHints): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decode(bytes, marked);
  const declared = [charsetOf(hints.contentType ?? ""), declarationOf(bytes)];
  const encoding = declared.filter((name) => name !== null).find((name) => fits(bytes, name));
  const utf8 = decode(bytes, "utf-8");
  if (encoding === "utf-8" || isMostlyUtf8(bytes, utf8.text)) return utf8;
  return decode(bytes, legacyEncoding(encoding, hints.lang));
}

const decode = (bytes: Uint8Array, encoding: string): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** A Latin code page cannot hold Arabic or Persian: where one is declared, the server did not look. */
function legacyEncoding(declared: string | undefined, lang: Language): string {
  const latin = declared === undefined || declared === "windows-1252";
  return latin && lang !== "en" ? "windows-1256" : (declared ?? "windows-1252");
}

/** By a byte order mark, or by where the NULs of `<?` stand (XML 1.0, appendix F). */
function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return "utf-16be";
  return null;
}

const CHARSET = /\bcharset\s{0,8}=\s{0,8}["']?([\w:.-]{1,40})/i;
const XML_ENCODING = /^\s{0,64}<\?xml[^>]{0,200}?\bencoding\s{0,8}=\s{0,8}["']([\w:.-]{1,40})["']/i;
const HTML_CHARSET = /<meta\s[^>]{0,300}?\bcharset\s{0,8}=\s{0,8}["']?([\w:.-]{1,40})/i;

const charsetOf = (contentType: string): string | null =>
  knownEncoding(CHARSET.exec(contentType.slice(0, 500))?.[1]);

/** Where a declaration must stand: in the first 1024 bytes (HTML, section 4.2.5.4). */
const DECLARED_WITHIN_BYTES = 1024;

function declarationOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARED_WITHIN_BYTES));
  return knownEncoding((XML_ENCODING.exec(head) ?? HTML_CHARSET.exec(head))?.[1]);
}

function knownEncoding(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Whether the bytes can be what the name says: a text with no byte order mark or NUL is no UTF-16. */
function fits(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith("utf-16")) return false;
  if (encoding !== "utf-8") return true;
  return isMostlyUtf8(bytes, decode(bytes, "utf-8").text) || isAscii(bytes);
}

const REPLACEMENT = "\ufffd";

/**
 * Whether bytes beyond ASCII are mostly well-formed UTF-8. Text of a legacy code page is hardly ever:
 * its letters do not follow one another as UTF-8's must. A torn character or two changes nothing.
 */
function isMostlyUtf8(bytes: Uint8Array, decoded: string): boolean {
  if (isAscii(bytes)) return true;
  let broken = 0;
  let wellFormed = 0;
  for (let at = 0; at < decoded.length; at += 1) {
    if (decoded[at] === REPLACEMENT) broken += 1;
    else if (decoded.charCodeAt(at) > 0x7f) wellFormed += 1;
  }
  return wellFormed > broken * 4;
}
