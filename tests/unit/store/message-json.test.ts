import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/lib/language.ts";
import type { Message, Picture } from "../../../src/messages/message.ts";
import { pictureOf } from "../../../src/messages/picture-of.ts";
import { MessageJson } from "../../../src/store/message-json.ts";
import { CARD_DIGESTS } from "../../support/cards.ts";
import { iranUsNames } from "../../support/digests.ts";
import { hostileWords } from "../../support/hostile.ts";

const RUNS = { seed: 20_260_206, numRuns: 200 };

const WORDS: Message = {
  language: "en",
  blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: "Talks open" }] }],
};

const outOfStore = (message: unknown): Message =>
  MessageJson.parse(JSON.parse(JSON.stringify(message)));

const pictures = LANGUAGES.flatMap((language) =>
  Object.values(CARD_DIGESTS).map((digest) =>
    pictureOf(iranUsNames, digest, { language, timeZone: "Asia/Tehran" }),
  ),
);

/** A picture in which some words are anything at all. */
const somePicture: fc.Arbitrary<Picture> = fc
  .record({ picture: fc.constantFrom(...pictures), words: hostileWords })
  .map(({ picture: { card }, words }) => ({
    card: {
      ...card,
      phase: words,
      delegations: [{ party: words, people: [words] }],
      round: card.round === null ? null : { ...card.round, when: words },
    },
    alt: words,
    caption: words,
  }));

describe("a message out of the store", () => {
  it("has its picture as it was kept, whatever it says", () => {
    fc.assert(
      fc.property(somePicture, (picture) => {
        expect(outOfStore({ ...WORDS, picture })).toEqual({ ...WORDS, picture });
      }),
      RUNS,
    );
  });

  it("is as before where it was kept before there were pictures", () => {
    expect(outOfStore(WORDS)).toEqual(WORDS);
  });

  it.each([
    ["a card with a part unknown here", { card: { ...pictures[0]?.card, mood: "calm" } }],
    ["a card that lacks a part", { card: { ...pictures[0]?.card, phase: undefined } }],
    ["no card at all", { card: null }],
  ])("keeps its words where its picture is %s", (_, change) => {
    expect(outOfStore({ ...WORDS, picture: { ...pictures[0], ...change } })).toEqual(WORDS);
  });
});
