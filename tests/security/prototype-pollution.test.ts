import { globSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { readCallbackData } from "../../adapters/telegram/callback-data.ts";
import { readCustomId } from "../../adapters/discord/custom-id.ts";
import { readInteraction } from "../../adapters/discord/interaction.ts";
import { parseItems, parseJsonArray } from "../../src/app/items-file.ts";
import { readOpml } from "../../src/app/opml/read-opml.ts";
import { parseFeed } from "../../src/articles/parse-feed.ts";
import { loadDossier } from "../../src/config/load-dossier.ts";
import { ConfigError } from "../../src/config/env.ts";
import { parseYaml } from "../../src/config/load-yaml.ts";
import { readObject } from "../../src/llm/read-object.ts";
import { commandTable } from "../../src/commands/command-table.ts";
import { conversationOf, demoDesk, pressed, typed } from "../support/conversations.ts";

/** Each would make every object of the program say that it is an administrator. */
const POISON = [
  '{"__proto__":{"polluted":"yes"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"prototype":{"polluted":"yes"},"a":{"__proto__":{"polluted":"yes"}}}',
] as const;

const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"] as const;

afterEach(() => {
  const changed = [{}, Object, []].map((one) => Reflect.get(one, "polluted") as unknown);
  if (changed.some((value) => value !== undefined) || Object.keys(Object.prototype).length > 0)
    throw new Error("every object has been changed");
});

describe("what comes in changes no object but its own", () => {
  it.each(POISON)("YAML of seeds: %s", (poison) => {
    const schemas = [z.unknown(), z.looseObject({}), z.record(z.string(), z.unknown())];
    for (const schema of schemas)
      expect(() => parseYaml(poison, "seed.yaml", schema)).toThrow(ConfigError);
  });

  it.each(globSync("seeds/**/*.yaml"))("YAML that is merged into %s is refused", (file) => {
    const poisoned = `${readFileSync(file, "utf8")}\n__proto__: { polluted: yes }\n`;
    expect(() => parseYaml(poisoned, file, z.unknown())).toThrow(ConfigError);
  });

  it("a dossier", () => {
    expect(() => loadDossier("tests/fixtures/dossiers/prototype-key.yaml")).toThrow(ConfigError);
  });

  it.each(POISON)("an items file: %s", (poison) => {
    const item = `{"id":"1","url":"https://a.example","source":"a","published":"2026-02-05T10:00:00Z","title":"The talks in Muscat","lang":"en",${poison.slice(1)}`;
    const { articles } = parseItems(parseJsonArray(`[${item},${poison}]`, "items.json"));
    expect(articles).toHaveLength(1);
    expect(Reflect.get(articles[0] ?? {}, "polluted")).toBeUndefined();
  });

  it.each(POISON)("a JSON feed: %s", async (poison) => {
    const item = `{"id":"https://a.example/1","url":"https://a.example/1","title":"The talks","content_text":"Talks opened in Muscat today.","date_published":"2026-02-05T10:00:00Z",${poison.slice(1)}`;
    const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[${item}],${poison.slice(1)}`;
    const parsed = await parse(feed);
    expect(["parsed", "failed"]).toContain(parsed.kind);
  });

  it.each(NAMES)("elements and attributes of XML called %s", async (name) => {
    const item = `<item ${name}="yes"><title>Talks</title><link>https://a.example/1</link><${name}><polluted>yes</polluted></${name}></item>`;
    const xml = `<rss version="2.0"><channel>${item}<${name}><polluted>yes</polluted></${name}></channel></rss>`;
    const parsed = await parse(xml);
    expect(["parsed", "failed"]).toContain(parsed.kind);
    const opml = `<opml><body><outline ${name}="polluted" xmlUrl="https://a.example/feed"/></body></opml>`;
    expect(readOpml(opml)).toMatchObject({ kind: "read" });
  });

  it.each(POISON)("a model's answer: %s", (poison) => {
    const shape = z.looseObject({ told: z.string().optional() });
    const read = readObject(`Here it is: ${poison}`, shape);
    expect(Reflect.get(read ?? {}, "polluted")).toBeUndefined();
  });

  it.each(NAMES)("buttons with an option called %s", async (name) => {
    const { conversation, context } = await conversationOf({ talks: [demoDesk()] });
    const forms = commandTable(context).map(({ form }) => form);
    for (const data of [`1|status|${name}=x`, `1|${name}|talks=x`, `1|status|talks=${name}`])
      expect(Reflect.get(readCallbackData(data, forms)?.options ?? {}, "polluted")).toBeUndefined();
    expect(readCustomId(`1c0|status|${name}|x`)?.kind).toBe("call");
    const answers = [
      await conversation.answer(pressed("status", Object.fromEntries([[name, "x"]]))),
      await conversation.answer(pressed(name)),
      await conversation.answer(typed(`/${name}`)),
      await conversation.answer(typed(`/status ${name}=x`)),
      await conversation.answer(typed(`/timeline until=${name}`)),
    ];
    expect(answers).not.toContain(null);
  });

  it.each(POISON)("an interaction: %s", (poison) => {
    expect(readInteraction(JSON.parse(poison))).toBeNull();
  });
});

const parse = (text: string) =>
  parseFeed(
    {
      bytes: new TextEncoder().encode(text),
      contentType: null,
      lang: "en",
      url: "https://a.example/feed",
    },
    new Date("2026-02-05T12:00:00Z"),
  );
