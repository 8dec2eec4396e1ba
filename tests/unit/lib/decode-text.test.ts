import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/lib/decode-text.ts";
import type { Language } from "../../../src/lib/language.ts";
import { windows1256 } from "../../support/windows-1256.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("the encoding of a text", () => {
  it.each<[string, Uint8Array, [contentType: string | null, lang: Language], string]>([
    [
      "a byte order mark",
      utf8("\ufeffمحادثات"),
      ["text/xml; charset=windows-1252", "en"],
      "محادثات",
    ],
    ["UTF-16 with a mark", utf16le("\ufeff<r>مسقط</r>"), [null, "ar"], "<r>مسقط</r>"],
    ["UTF-16 without one", utf16le("<r>مسقط</r>"), [null, "ar"], "<r>مسقط</r>"],
    ["the header", windows1256("مسقط"), ["text/xml; charset=windows-1256", "en"], "مسقط"],
    ["a quoted header", windows1256("مسقط"), ['text/xml; Charset="CP1256"', "en"], "مسقط"],
    [
      "the XML declaration",
      windows1256('<?xml version="1.0" encoding="windows-1256"?><t>مسقط</t>'),
      ["text/xml", "en"],
      '<?xml version="1.0" encoding="windows-1256"?><t>مسقط</t>',
    ],
    [
      "an HTML page's own word",
      windows1256('<html><meta charset="windows-1256"><p>مسقط'),
      ["text/html", "en"],
      '<html><meta charset="windows-1256"><p>مسقط',
    ],
    ["undeclared UTF-8", utf8("مذاکرات"), [null, "fa"], "مذاکرات"],
    ["undeclared bytes of an Arabic feed", windows1256("مسقط"), [null, "ar"], "مسقط"],
    ["undeclared bytes of a Persian feed", windows1256("گفتگو"), [null, "fa"], "گفتگو"],
    ["undeclared bytes of an English feed", latin1("caf\u00e9"), [null, "en"], "café"],
    [
      "a header that the bytes refute",
      windows1256("مسقط"),
      ["text/xml; charset=utf-8", "ar"],
      "مسقط",
    ],
    [
      "a header left at the server's default",
      utf8("مسقط"),
      ["text/xml; charset=iso-8859-1", "ar"],
      "مسقط",
    ],
    [
      "Latin declared for Arabic bytes",
      windows1256("مسقط"),
      ["text/xml; charset=iso-8859-1", "ar"],
      "مسقط",
    ],
    ["an encoding nobody knows", utf8("مسقط"), ["text/xml; charset=klingon-8", "ar"], "مسقط"],
    [
      "UTF-16 declared for plain bytes",
      utf8("<r>a</r>"),
      ["text/xml; charset=utf-16", "en"],
      "<r>a</r>",
    ],
  ])("is read from %s", (_, bytes, [contentType, lang], text) => {
    expect(decodeText(bytes, { contentType, lang }).text).toBe(text);
  });

  it("stays UTF-8 when one character of many is torn", () => {
    const torn = utf8("المحادثات في مسقط").subarray(0, -1);

    expect(decodeText(torn, { contentType: null, lang: "ar" })).toEqual({
      text: "المحادثات في مسق\ufffd",
      encoding: "utf-8",
    });
  });

  it("is found for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (bytes, contentType) => {
        expect(typeof decodeText(bytes, { contentType, lang: "fa" }).text).toBe("string");
      }),
      { seed: 1 },
    );
  });
});
