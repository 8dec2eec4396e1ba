import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiscordPart } from "../../../../adapters/discord/part.ts";
import { renderDiscord } from "../../../../adapters/discord/render.ts";
import { payloadOf } from "../../../../adapters/discord/send.ts";
import type { Control } from "../../../../src/messages/control.ts";
import { type Block, type Message, text } from "../../../../src/messages/message.ts";
import { said } from "../../../support/discord-bot.ts";
import { discordProblems } from "../../../support/discord-problems.ts";
import { PICTURE } from "../../../support/messages.ts";

const GALLERY = 12;

const withPicture = (message: Message, alt = PICTURE.alt): Message => ({
  ...message,
  picture: { ...PICTURE, alt },
});

const galleries = ({ body }: DiscordPart) =>
  (body.components ?? []).flatMap((component) =>
    component.type === 17 ? component.components.filter(({ type }) => type === GALLERY) : [],
  );

describe("a message with a picture", () => {
  it("shows it over its words, and says to those who cannot see it what it says", () => {
    const [part] = renderDiscord(
      withPicture(said("Talks resume"), "The talks are scheduled."),
      "rich",
    );

    expect(part.body.components?.[0]).toMatchObject({
      type: 17,
      components: [
        {
          type: GALLERY,
          items: [
            { media: { url: "attachment://card.png" }, description: "The talks are scheduled." },
          ],
        },
        { type: 10, content: "Talks resume" },
      ],
    });
    expect(payloadOf(part).attachments).toEqual([
      { id: "0", filename: "card.png", description: "The talks are scheduled." },
    ]);
  });

  it("shows it over its first part alone", () => {
    const parts = renderDiscord(withPicture(said("word ".repeat(3_000))), "rich");

    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map((part) => galleries(part).length)).toEqual([
      1,
      ...parts.slice(1).map(() => 0),
    ]);
    expect(parts.map(({ picture }) => picture === undefined)).toEqual([
      false,
      ...parts.slice(1).map(() => true),
    ]);
  });

  it("says the same without it in the simple style", () => {
    const message = said("Talks resume");

    expect(renderDiscord(withPicture(message), "simple")).toEqual(renderDiscord(message, "simple"));
  });

  it("keeps the card and not its bytes, so that it outlives the program", () => {
    const parts = renderDiscord(withPicture(said("Talks resume")), "rich");

    expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
    expect(parts[0].picture).toEqual(PICTURE);
  });

  it.each([
    ["longer than Discord takes", "word ".repeat(500), /^(word )+word\u2026$/],
    ["of half a character", "a \ud800 b", /^a \ufffd b$/],
  ])("cuts a description %s", (_, alt, expected) => {
    const [part] = renderDiscord(withPicture(said("x"), alt), "rich");
    const { description = "" } = payloadOf(part).attachments[0] ?? {};

    expect(description).toMatch(expected);
    expect(description.length).toBeLessThanOrEqual(1_024);
    expect(discordProblems(part)).toEqual([]);
  });

  it("has no description where there are no words for one", () => {
    const [part] = renderDiscord(withPicture(said("x"), " \n "), "rich");

    expect(JSON.stringify(payloadOf(part))).not.toContain("description");
  });

  it("gives another name to a file that has the picture's", () => {
    const files = [{ name: "card.png", mediaType: "text/plain", content: "x" }];
    const [part] = renderDiscord(withPicture(said("x", { files })), "rich");

    expect(payloadOf(part).attachments.map(({ filename }) => filename)).toEqual([
      "card.png",
      "1-card.png",
    ]);
  });
});

const button = (n: number): Control => ({
  kind: "button",
  label: `Button ${n}`,
  call: { command: "status", options: { n: String(n) } },
  weight: "plain",
});

const several = (count: number) => Array.from({ length: count }, (_, n) => n);

const heading = (n: number): Block => ({ kind: "heading", text: `Heading ${n}` });
const paragraph = (n: number): Block => ({ kind: "paragraph", spans: [text(`Words ${n}`)] });

it("takes all components and files that Discord counts into account, whatever a message holds", () => {
  const counts = fc.record({
    sections: fc.integer({ min: 0, max: 60 }),
    rows: fc.integer({ min: 0, max: 12 }),
    buttons: fc.integer({ min: 1, max: 5 }),
    files: fc.integer({ min: 0, max: 12 }),
    shows: fc.boolean(),
  });
  fc.assert(
    fc.property(counts, ({ sections, rows, buttons, files, shows }) => {
      const message: Message = {
        language: "en",
        blocks: [
          { kind: "title", text: "Talks" },
          ...several(sections).flatMap((n) => [heading(n), paragraph(n)]),
        ],
        controls: several(rows).map((row) => [
          button(row * 10),
          ...several(buttons - 1).map((n) => button(row * 10 + n + 1)),
        ]),
        files: several(files).map((n) => ({
          name: `${n}.ics`,
          mediaType: "text/calendar",
          content: "x",
        })),
        ...(shows ? { picture: PICTURE } : {}),
      };
      expect(renderDiscord(message, "rich").flatMap(discordProblems)).toEqual([]);
    }),
    { seed: 7, numRuns: 200 },
  );
});
