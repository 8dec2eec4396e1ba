import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import { renderAsSeen } from "../../../doubles/discord/render-as-seen.ts";
import type { Channel } from "../../../doubles/discord/world.ts";
import { pngOf } from "../../../support/small-png.ts";
import { ask, openDouble } from "./ask-discord.ts";

const V2 = 1 << 15;
const VIEWER = { timeZone: "UTC", locale: "en-GB", now: new Date("2026-02-04T10:00:00Z") };

const ends: (() => Promise<void>)[] = [];
let double: DiscordDouble;
let channel: Channel;
let path: string;

beforeEach(async () => {
  double = await openDouble((end) => ends.push(end));
  channel = double.channel({ guild: double.guild({}) });
  path = `/channels/${channel.id}/messages`;
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const shows = (url: string, more: object = {}) => ({ media: { url }, ...more });
const CARD = shows("attachment://card.png", { description: "The talks are scheduled." });

/** A message with a gallery and files, each under its name. */
function form(
  items: readonly object[],
  files: Readonly<Record<string, Uint8Array | string>>,
  about: object = {},
): FormData {
  const made = new FormData();
  const attachments = Object.keys(files).map((filename, id) => ({
    id: `${id}`,
    filename,
    ...about,
  }));
  const components = [{ type: 12, items }];
  made.append("payload_json", JSON.stringify({ flags: V2, components, attachments }));
  for (const [at, [name, bytes]] of Object.entries(files).entries())
    made.append(`files[${at}]`, new Blob([Buffer.from(bytes)], { type: "image/png" }), name);
  return made;
}

const CUT = pngOf(12).slice(0, -4);

test("takes a picture that came with its message, and keeps its bytes", async () => {
  const sent = await ask(double, "POST", path, form([CARD], { "card.png": pngOf(12) }));

  expect(sent.status).toBe(200);
  expect(double.violations).toEqual([]);
  expect(channel.seen[0]?.pictures).toEqual([
    { name: "card.png", description: "The talks are scheduled.", bytes: pngOf(12) },
  ]);
  expect(channel.seen[0]?.files).toEqual([]);
  expect(sent.body["attachments"]).toMatchObject([{ width: 12, height: 6 }]);
  expect(renderAsSeen(channel, VIEWER)).toContain("\n[picture: The talks are scheduled.]");
  expect(renderAsSeen(channel, VIEWER)).not.toContain("[file]");
});

test.for<[string, FormData, string]>([
  [
    "a picture that did not come",
    form([shows("attachment://other.png")], { "card.png": pngOf(12) }),
    "components.0.items.0.media.url",
  ],
  [
    "a picture that is something else",
    form([CARD], { "card.png": "<svg/>" }),
    "components.0.items.0.media.url",
  ],
  ["a picture that was cut", form([CARD], { "card.png": CUT }), "components.0.items.0.media.url"],
  ["a gallery of nothing", form([], { "card.png": pngOf(12) }), "components.0.items"],
  [
    "a gallery of eleven",
    form(
      Array.from({ length: 11 }, () => CARD),
      { "card.png": pngOf(12) },
    ),
    "components.0.items",
  ],
  [
    "a gallery's description of 1,025",
    form([{ ...CARD, description: "x".repeat(1_025) }], { "card.png": pngOf(12) }),
    "components.0.items.0.description",
  ],
  [
    "a gallery's description of nothing",
    form([{ ...CARD, description: "" }], { "card.png": pngOf(12) }),
    "components.0.items.0.description",
  ],
  [
    "a file's description of 1,025",
    form([CARD], { "card.png": pngOf(12) }, { description: "x".repeat(1_025) }),
    "attachments.0.description",
  ],
  [
    "eleven files",
    form(
      [CARD],
      Object.fromEntries(
        ["card", ..."abcdefghij".split("")].map((name) => [`${name}.png`, pngOf(12)]),
      ),
    ),
    "attachments",
  ],
])("refuses %s", async ([, body, field]) => {
  expect(await ask(double, "POST", path, body)).toMatchObject({
    status: 400,
    code: 50_035,
    fields: [field],
  });
  expect(double.violations).toHaveLength(1);
});

test("takes no files where the bot may not attach them, new or in an edit", async () => {
  const { body } = await ask(double, "POST", path, form([CARD], { "card.png": pngOf(12) }));
  double.denies(channel, ["ATTACH_FILES"]);

  const edit = form([CARD], { "card.png": pngOf(24) });
  expect((await ask(double, "PATCH", `${path}/${String(body["id"])}`, edit)).code).toBe(50_013);
  const fresh = form([CARD], { "card.png": pngOf(24) });
  expect((await ask(double, "POST", path, fresh)).code).toBe(50_013);
  expect((await ask(double, "POST", path, { content: "x" })).status).toBe(200);
  expect(double.violations).toEqual([]);
});

const sent = async () => {
  const { body } = await ask(double, "POST", path, form([CARD], { "card.png": pngOf(12) }));
  return `${path}/${String(body["id"])}`;
};

describe("an edit", () => {
  const WORDS = [{ type: 10, content: "after" }];
  test("with no word of files leaves them, out of sight", async () => {
    await ask(double, "PATCH", await sent(), { components: WORDS });
    expect(channel.seen[0]).toMatchObject({ pictures: [], files: [{ name: "card.png" }] });
  });

  test("with a list of none takes them away", async () => {
    await ask(double, "PATCH", await sent(), { components: WORDS, attachments: [] });
    expect(channel.seen[0]).toMatchObject({ pictures: [], files: [] });
  });

  test("puts a new picture in the old one's place", async () => {
    await ask(double, "PATCH", await sent(), form([CARD], { "card.png": pngOf(24) }));
    expect(channel.seen[0]?.pictures.map(({ bytes }) => bytes)).toEqual([pngOf(24)]);
  });

  test("may not show what it takes away", async () => {
    expect(await ask(double, "PATCH", await sent(), { attachments: [] })).toMatchObject({
      code: 50_035,
      fields: ["components.0.items.0.media.url"],
    });
  });
});
