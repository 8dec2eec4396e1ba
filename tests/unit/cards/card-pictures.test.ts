import { describe, expect, it } from "vitest";
import { drawCard } from "../../../src/cards/draw-card.ts";
import { rasterizeCard } from "../../../src/cards/rasterize-card.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { CARD_DIGESTS, CARD_ZONES } from "../../support/cards.ts";
import { iranUsNames } from "../../support/digests.ts";
import { differingPixels } from "../../support/pictures.ts";

/** Less than one digit of the smallest words; another processor may round an edge otherwise. */
const TOLERATED = 40;

describe.each(LANGUAGES)("a card in %s", (language) => {
  it.each(Object.keys(CARD_DIGESTS))("looks as approved: %s", (name) => {
    const digest = CARD_DIGESTS[name];
    if (digest === undefined) throw new Error(name);
    const svg = drawCard(iranUsNames, digest, { language, timeZone: CARD_ZONES[language] });
    const png = rasterizeCard(svg);
    expect(differingPixels(`cards/${name}.${language}`, png)).toBeLessThanOrEqual(TOLERATED);
  });
});
