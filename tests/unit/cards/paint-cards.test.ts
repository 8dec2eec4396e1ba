import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { tellCard } from "../../../src/cards/card-contents.ts";
import { layCard } from "../../../src/cards/draw-card.ts";
import { createCardPainter } from "../../../src/cards/paint-cards.ts";
import { rasterizeCard } from "../../../src/cards/rasterize-card.ts";
import { iranUsNames, RICH_DIGEST } from "../../support/digests.ts";

const CONTENTS = tellCard(iranUsNames, RICH_DIGEST, { language: "fa", timeZone: "Asia/Tehran" });
const painter = createCardPainter();

afterEach(() => painter.close());

it("paints in its process what would be painted here", async () => {
  const [one, other] = await Promise.all([painter.paint(CONTENTS), painter.paint(CONTENTS)]);
  expect(Buffer.from(one).equals(rasterizeCard(layCard(CONTENTS)))).toBe(true);
  expect(Buffer.from(other).equals(one)).toBe(true);
});

it("tells of a card that cannot be drawn, and draws the next", async () => {
  // @ts-expect-error -- what a row of another version might hold
  await expect(painter.paint({ ...CONTENTS, series: 7 })).rejects.toThrow("a card was not drawn");
  expect((await painter.paint(CONTENTS)).length).toBeGreaterThan(1_000);
});

it("leaves nobody waiting when it is closed, and starts anew when asked again", async () => {
  const waiting = painter.paint(CONTENTS);
  painter.close();
  await expect(waiting).rejects.toThrow("closed");
  expect((await painter.paint(CONTENTS)).length).toBeGreaterThan(1_000);
});

describe("a process that hangs over a card", () => {
  const program = join(import.meta.dirname, "..", "..", "support", "stubborn-painter.ts");
  const stubborn = createCardPainter({ patienceMs: 1_500, program });
  afterAll(() => stubborn.close());

  it("keeps nobody waiting for ever, and is replaced by another", async () => {
    await stubborn.paint(CONTENTS);
    const waiting = [stubborn.paint({ ...CONTENTS, talks: "hang" }), stubborn.paint(CONTENTS)];
    const failed = await Promise.allSettled(waiting);
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await stubborn.paint(CONTENTS)).length).toBe(1);
  });
});
