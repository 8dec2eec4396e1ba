import { describe, expect, it, vi } from "vitest";
import { type CardContents, tellCard } from "../../../src/cards/card-contents.ts";
import { type PaintCard, rememberCards } from "../../../src/cards/remember-cards.ts";
import { iranUsNames, RICH_DIGEST } from "../../support/digests.ts";

const CARD = tellCard(iranUsNames, RICH_DIGEST, { language: "ar", timeZone: "Asia/Muscat" });
const cardAsOf = (asOf: string): CardContents => ({ ...CARD, asOf });

const remembering = (most?: number) => {
  const paint = vi.fn<PaintCard>(({ asOf }) => Promise.resolve(Buffer.from(asOf)));
  return { paint, remembered: rememberCards(paint, most) };
};

describe("cards that were painted", () => {
  it("are painted once for all who ask for what says the same, at once or later", async () => {
    const { paint, remembered } = remembering();
    const outOfJson = JSON.stringify(Object.fromEntries(Object.entries(CARD).toReversed()));
    const turned: CardContents = JSON.parse(outOfJson);
    const [one, other] = await Promise.all([remembered(CARD), remembered(turned)]);
    const later = await remembered(CARD);
    expect(paint).toHaveBeenCalledTimes(1);
    expect([other, later]).toEqual([one, one]);
  });

  it("are others for whoever reads another language, or at another time", async () => {
    const { paint, remembered } = remembering();
    await remembered(CARD);
    await remembered({ ...CARD, language: "fa" });
    await remembered(cardAsOf("later"));
    expect(paint).toHaveBeenCalledTimes(3);
  });

  it("are forgotten where nobody asked for them for longest", async () => {
    const { paint, remembered } = remembering(2);
    for (const asOf of ["one", "two", "one", "three", "one"]) await remembered(cardAsOf(asOf));
    expect(paint).toHaveBeenCalledTimes(3);
    await remembered(cardAsOf("two"));
    expect(paint).toHaveBeenCalledTimes(4);
  });

  it("are tried again after they failed, and fail for all who waited", async () => {
    const { paint, remembered } = remembering();
    paint.mockRejectedValueOnce(new Error("no painter"));
    const failed = await Promise.allSettled([remembered(CARD), remembered(CARD)]);
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await remembered(CARD)).length).toBeGreaterThan(0);
    expect(paint).toHaveBeenCalledTimes(2);
  });
});
