import { describe, expect, it } from "vitest";
import { fetchFullText, fullTextOf } from "../../../src/articles/full-text.ts";
import type { HttpAnswer } from "../../../src/lib/http-answer.ts";
import type { Language } from "../../../src/lib/language.ts";
import { windows1256 } from "../../support/windows-1256.ts";

const page = (title: string, paragraphs: readonly string[]) => `<!doctype html>
<html><head><title>${title}</title><script>var x = "<p>no</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie">We use cookies.</div>
<article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Football tonight</a></li></ul></aside>
<footer>All rights reserved</footer></body></html>`;

const PARAGRAPHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Delegations from both sides landed in the host's capital on Thursday evening, a day before talks.",
    "The mediator said that each side would be received in turn, and that no date for more was set.",
  ],
  ar: [
    "وصل وفدا الجانبين إلى عاصمة البلد المضيف مساء الخميس، قبل يوم واحد من بدء المحادثات المرتقبة.",
    "وقال الوسيط إن كل وفد سيستقبل على حدة، وإن موعد الجولة التالية لم يحدد حتى الساعة.",
  ],
  fa: [
    "هیئت‌های دو طرف عصر پنجشنبه، یک روز پیش از آغاز گفت‌وگوها، به پایتخت کشور میزبان رسیدند.",
    "میانجی گفت با هر طرف جداگانه دیدار می‌کند و برای دور بعد هنوز تاریخی تعیین نشده است.",
  ],
};

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the full text of a page", () => {
  it.each(["en", "ar", "fa"] as const)("in %s is its article alone", (lang) => {
    const bytes = utf8(page("Title", PARAGRAPHS[lang]));

    const found = fullTextOf({ bytes, contentType: "text/html; charset=utf-8", lang });

    expect(found).toEqual({
      kind: "text",
      text: expect.stringContaining(PARAGRAPHS[lang].join("\n\n")),
    });
    expect(found).not.toMatchObject({
      text: expect.stringMatching(/cookies|Football|rights|var x/),
    });
  });

  it("is read in the page's own encoding", () => {
    const bytes = windows1256(page("عنوان", PARAGRAPHS.ar));

    expect(fullTextOf({ bytes, contentType: "text/html", lang: "ar" })).toMatchObject({
      text: expect.stringContaining("مساء الخميس"),
    });
  });

  it.each([
    [
      "a page without an article",
      utf8("<html><body><p>Log in.</p></body></html>"),
      "text/html",
      "no-article",
    ],
    ["nothing", utf8(""), "text/html", "no-article"],
    ["a picture", utf8("JFIF"), "image/jpeg", "not-html"],
    ["a tower of elements", utf8("<div>".repeat(100_000)), "text/html", "too-complex"],
    ["too many elements", utf8("<b>x</b>".repeat(100_000)), "text/html", "too-complex"],
  ])("is refused for %s", (...[, bytes, contentType, reason]) => {
    expect(fullTextOf({ bytes, contentType, lang: "en" })).toEqual({ kind: "failed", reason });
  });

  it("of a page that cannot be fetched says why", async () => {
    const answer: HttpAnswer = { kind: "failed", reason: "address-refused", detail: "127.0.0.1" };

    const found = await fetchFullText(
      async () => answer,
      { url: "http://127.0.0.1/", lang: "en" },
      new AbortController().signal,
    );

    expect(found).toEqual({ kind: "failed", reason: "address-refused" });
  });
});
