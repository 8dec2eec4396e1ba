import * as fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Content, StoredMessage } from "../../doubles/telegram/chat.ts";
import { parseRichHtml } from "../../doubles/telegram/rich-html.ts";
import type { StoredMessage as DiscordMessage } from "../../doubles/discord/world.ts";
import { discordHtml } from "../../pictures/discord-html.ts";
import { telegramHtml } from "../../pictures/telegram-html.ts";
import { hostileWords } from "../../support/hostile.ts";

const NOW = new Date("2026-02-05T18:00:00Z");
const PNG_BYTES = Buffer.from("a picture");

const told = (content: Content): StoredMessage => ({
  id: 1,
  date: NOW.getTime() / 1_000,
  from: null,
  byBot: true,
  thread: null,
  viaBot: false,
  silent: false,
  replyTo: null,
  content,
  keyboard: [[{ text: "Why?", callback_data: "1" }]],
  replyMarkup: null,
  editedAt: null,
});

const inTelegram = (content: Content) =>
  telegramHtml([told(content)], { language: "en-GB", zone: "Asia/Muscat", now: NOW });

const rich = (html: string) => inTelegram({ kind: "rich", rich: { blocks: parseRichHtml(html) } });

const inDiscord = (...components: object[]) => {
  const message = {
    body: {
      author: { username: "parley" },
      timestamp: NOW.toISOString(),
      components: [{ type: 17, accent_color: 255, components }],
    },
    uploads: [{ number: "0", name: "card.png", mediaType: "image/png", bytes: PNG_BYTES }],
    ephemeralFor: null,
    authorId: "1",
  } as DiscordMessage;
  return discordHtml([message], { locale: "en-GB", timeZone: "Asia/Muscat", now: NOW });
};

const saying = (content: string) => inDiscord({ type: 10, content });

const gallery = (url: string) => ({ type: 12, items: [{ media: { url } }] });

/** The words and elements of some HTML. */
const read = (html: string) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return {
    words: document.body.textContent ?? "",
    elements: [...document.querySelectorAll("body *")].map(({ localName }) => localName),
  };
};

describe("a Telegram chat in a picture", () => {
  it("folds what the message folds, and shows moments on the reader's clock", () => {
    const html = rich(
      '<p>Begins: <tg-time unix="1770357600" format="wDt">soon</tg-time></p><details><summary>Sources</summary><p>one</p></details>',
    );
    expect(read(html).words).toContain("Begins: Friday, 6 February 2026 at 10:00");
    expect(html).toContain("<details><summary>Sources</summary><p>one</p></details>");
    expect(html).toContain('<span class="button plain" dir="auto">Why?</span>');
  });

  it("shows the entities of a classic message, one within another", () => {
    const text = "Phase: [1] scheduled";
    const entities = [
      { type: "bold", offset: 0, length: 10 },
      { type: "text_link", offset: 7, length: 3, url: "https://news.example/1" },
    ];
    expect(inTelegram({ kind: "text", text, entities })).toContain(
      "<b>Phase: <a>[1]</a></b> scheduled",
    );
  });
});

describe("a Discord channel in a picture", () => {
  it("shows headings, strong words, links, quotations and moments", () => {
    const html = saying(
      "## Talks\n**Phase: x** [\\[1\\]](<https://news.example/1>)\n> said\n- at <t:1770357600:f>",
    );
    expect(html).toContain("<h2>Talks</h2><p><b>Phase: x</b> <a>[1]</a></p>");
    expect(html).toContain("<blockquote>said</blockquote>");
    expect(read(html).words).toContain("at 6 February 2026 at 10:00");
  });

  it("shows the picture that was uploaded, and fails where there is none", () => {
    expect(inDiscord(gallery("attachment://card.png"))).toContain(PNG_BYTES.toString("base64"));
    expect(() => inDiscord(gallery("attachment://other.png"))).toThrow("other.png");
  });
});

it("lets no words become elements in either", () => {
  const foreign = /^(?:script|img|svg|b|i|iframe|style)$/;
  fc.assert(
    fc.property(hostileWords, (words) => {
      expect(
        read(inTelegram({ kind: "text", text: words, entities: [] })).elements.filter((name) =>
          foreign.test(name),
        ),
      ).toEqual([]);
      const discord = read(saying(words.replaceAll("*", ""))).elements;
      expect(discord.filter((name) => foreign.test(name))).toEqual([]);
    }),
    { seed: 5, numRuns: 200 },
  );
});
