import * as fc from "fast-check";
import { tellCard } from "../../src/cards/card-contents.ts";
import { LANGUAGES, type Language } from "../../src/lib/language.ts";
import { composeDigest } from "../../src/messages/compose-digest.ts";
import type { ControlRow } from "../../src/messages/control.ts";
import {
  type Block,
  type Message,
  type Picture,
  type Span,
  strong,
  text,
} from "../../src/messages/message.ts";
import { digestSaying, EMPTY_DIGEST, iranUsNames, ONE_MANS_WORD, RICH_DIGEST } from "./digests.ts";
import { hostileWords } from "./hostile.ts";

/** A message with its name. */
export type NamedMessage = readonly [title: string, message: Message];

/** A message of one paragraph in English. */
const saying = (words: string): Message => ({
  language: "en",
  blocks: [{ kind: "paragraph", spans: [text(words)] }],
});

const reader = (language: Language) => ({ language, timeZone: "Asia/Tehran" });
const DIGESTS = {
  "a full digest": RICH_DIGEST,
  "an empty one": EMPTY_DIGEST,
  "one man's word": ONE_MANS_WORD,
};

const AT = new Date("2026-02-06T06:00:00Z");

/** A card, as it goes over a digest or a standing. */
export const PICTURE: Picture = {
  card: tellCard(iranUsNames, RICH_DIGEST, reader("en")),
  alt: "The talks are scheduled: Friday at 10:00 in Muscat.",
  caption: "Iran\u2013US talks: scheduled",
};

/** Every kind of block, span and control at once. */
export const EVERYTHING: Message = {
  language: "en",
  blocks: [
    { kind: "title", text: "Talks" },
    { kind: "heading", text: "Next round" },
    {
      kind: "paragraph",
      spans: [
        text("It begins "),
        { kind: "time", at: AT, text: "at 10:00" },
        text(", says "),
        { kind: "link", text: "the host", url: "https://news.example/a?b=1&c=(2)" },
        { kind: "citation", n: 1, url: "https://news.example/1" },
      ],
    },
    { kind: "list", items: [[strong("Iran: "), text("a delegation")], [text("Oman")]] },
    {
      kind: "paragraph",
      spans: [text("Ask for "), { kind: "command", name: "help" }, text(".")],
    },
    {
      kind: "table",
      columns: ["Party", "Stance", "Source"],
      rows: [
        [
          [text("Iran")],
          [text("cautious")],
          [{ kind: "citation", n: 2, url: "https://news.example/2" }],
        ],
        [[text("United States")], [], [text("none")]],
      ],
    },
    {
      kind: "quote",
      introduction: [text("The minister")],
      text: "نأمل خيراً",
      lang: "ar",
      direct: true,
      citations: [{ kind: "citation", n: 3, url: "https://news.example/3" }],
    },
    {
      kind: "details",
      summary: "Sources",
      blocks: [{ kind: "list", items: [[text("Daily 1")], [text("Daily 2")]] }],
    },
  ],
  controls: [
    [
      {
        kind: "button",
        label: "Status",
        call: { command: "status", options: {} },
        weight: "primary",
      },
      { kind: "link", label: "Site", url: "https://news.example/" },
    ],
    [
      {
        kind: "select",
        label: "Language",
        call: { command: "settings", options: { talks: "iran-us" } },
        fills: "language",
        choices: [
          { label: "English", value: "en", chosen: true },
          { label: "فارسی", value: "fa", chosen: false },
        ],
      },
    ],
    [
      {
        kind: "search",
        label: "Time zone",
        call: { command: "settings", options: {} },
        fills: "city",
        question: "Which city?",
      },
    ],
  ],
  files: [{ name: "round.ics", mediaType: "text/calendar", content: "BEGIN:VCALENDAR\r\n" }],
};

/** What we say on an ordinary day, and on the longest. */
export const SAMPLE_MESSAGES: readonly NamedMessage[] = [
  ["a one-line reply", saying("No talks are scheduled.")],
  ["every kind of block and control", EVERYTHING],
  ["every kind of block and control under a picture", { ...EVERYTHING, picture: PICTURE }],
  ...LANGUAGES.flatMap((language) =>
    Object.entries(DIGESTS).map(
      ([title, digest]) =>
        [`${title} in ${language}`, composeDigest(iranUsNames, digest, reader(language))] as const,
    ),
  ),
  [
    "eighty quotes",
    {
      language: "fa",
      blocks: [
        { kind: "title", text: "گفت‌وگوهای مسقط" },
        ...Array.from({ length: 80 }, (_, at): Block => quote(`نقل قول ${at} `.repeat(20))),
      ],
    },
  ],
];

/** What no composer of ours makes and no platform takes as it is. */
export const HOSTILE_MESSAGES: readonly NamedMessage[] = [
  ["markup in a headline", saying(`</b><script>"&amp;'</script>`)],
  ["direction marks", saying("\u202Eevil\u202C \u2067abc")],
  ["an unpaired surrogate", saying("\uD83D")],
  ["a paragraph that begins like a list", saying("- item")],
  ["a paragraph that begins like a numbered list", saying(" 1. item")],
  ["a paragraph that begins like a heading", saying("# heading")],
  ["a paragraph that begins like a quote", saying("> quote")],
  ["an invitation without a scheme", saying("join discord.gg/abc or t.me/abc")],
  ["nothing but space", saying(" \n\t ")],
  ["a block longer than any message", saying("x".repeat(60_000))],
  ["a long block of surrogate pairs", saying("😀".repeat(20_000))],
  ["a long block of marks that must be escaped", saying("*_<&".repeat(10_000))],
  [
    "links that are none",
    {
      language: "en",
      blocks: [
        {
          kind: "paragraph",
          spans: [
            { kind: "link", text: "a", url: "javascript:alert(1)" },
            {
              kind: "link",
              text: "b](https://evil.example)",
              url: "https://news.example/)>\"'<b>",
            },
            { kind: "citation", n: 1, url: `https://news.example/${"x".repeat(9_000)}` },
          ],
        },
      ],
    },
  ],
  ["a list of a thousand items", listOf(Array.from({ length: 1_000 }, (_, at) => `item ${at}`))],
  [
    "empty lists and tables",
    {
      language: "ar",
      blocks: [
        { kind: "list", items: [] },
        { kind: "table", columns: [], rows: [] },
      ],
    },
  ],
  [
    "a picture of more words than a caption holds",
    {
      ...saying("Scheduled"),
      picture: {
        card: PICTURE.card,
        alt: "a@b.ir ".repeat(2_000),
        caption: "\u2067@a ".repeat(2_000),
      },
    },
  ],
  [
    "a picture without words",
    { ...saying("Scheduled"), picture: { card: PICTURE.card, alt: " ", caption: "" } },
  ],
  ["a hundred headings", { language: "fa", blocks: hundredHeadings() }],
];

function quote(words: string): Block {
  return {
    kind: "quote",
    introduction: [text("وزیر خارجه")],
    text: words,
    lang: "fa",
    direct: true,
    citations: [{ kind: "citation", n: 1, url: "https://news.example/a?b=1&c=2" }],
  };
}

function listOf(items: readonly string[]): Message {
  return { language: "en", blocks: [{ kind: "list", items: items.map((item) => [text(item)]) }] };
}

function heading(at: number): Block {
  return { kind: "heading", text: `عنوان ${at}` };
}

function hundredHeadings(): [Block, ...Block[]] {
  return [heading(0), ...Array.from({ length: 99 }, (_, at) => heading(at + 1))];
}

/** Messages in which everything that others write is hostile, in every place it may stand. */
export const hostileMessages: fc.Arbitrary<Message> = fc
  .tuple(hostileWords, fc.constantFrom(...LANGUAGES), fc.boolean())
  .map(([words, language, digest]) =>
    digest
      ? composeDigest(iranUsNames, digestSaying(words), reader(language))
      : everywhere(words, language),
  );

function everywhere(words: string, language: Language): Message {
  const spans: readonly Span[] = [
    text(words),
    strong(words),
    { kind: "link", text: words, url: `https://news.example/${words}` },
    { kind: "time", at: AT, text: words },
    { kind: "citation", n: 1, url: words },
    { kind: "command", name: words },
  ];
  return {
    language,
    blocks: [
      { kind: "title", text: words },
      { kind: "heading", text: words },
      { kind: "paragraph", spans },
      { kind: "list", items: [spans, spans] },
      { kind: "table", columns: [words, words], rows: [[spans, spans]] },
      {
        kind: "quote",
        introduction: spans,
        text: words,
        lang: "ar",
        direct: true,
        citations: spans,
      },
      { kind: "details", summary: words, blocks: [{ kind: "paragraph", spans }] },
    ],
    picture: { card: PICTURE.card, alt: words, caption: words },
    controls: hostileControls(words),
    files: [{ name: words, mediaType: "text/plain", content: words }],
  };
}

const hostileControls = (words: string): readonly ControlRow[] => [
  [
    {
      kind: "button",
      label: words,
      call: { command: "find", options: { words } },
      weight: "plain",
    },
    { kind: "link", label: words, url: words },
  ],
  [
    {
      kind: "select",
      label: words,
      call: { command: "find", options: {} },
      fills: "words",
      choices: [
        { label: words, value: words, chosen: true },
        { label: words, value: words, chosen: true },
      ],
    },
  ],
  [
    {
      kind: "search",
      label: words,
      call: { command: "find", options: {} },
      fills: "words",
      question: words,
    },
  ],
];
