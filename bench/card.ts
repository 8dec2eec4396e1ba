import { readFileSync } from "node:fs";
import { type CardContents, tellCard } from "../src/cards/card-contents.ts";
import { layCard } from "../src/cards/draw-card.ts";
import { createCardPainter } from "../src/cards/paint-cards.ts";
import { rasterizeCard } from "../src/cards/rasterize-card.ts";
import { LANGUAGES } from "../src/lib/language.ts";
import { CARD_DIGESTS, CARD_ZONES } from "../tests/support/cards.ts";
import { iranUsNames } from "../tests/support/digests.ts";
import { cpuMs, printMetrics, rounded } from "./support/print-metrics.ts";

/** Rounds over all sample cards in all languages. Usage: `npm run bench card [rounds]`. */
const [rounds = 20] = process.argv.slice(2).map(Number);

const cards = LANGUAGES.flatMap((language) =>
  Object.values(CARD_DIGESTS).map((digest) => {
    const reader = { language, timeZone: CARD_ZONES[language] };
    return tellCard(iranUsNames, digest, reader);
  }),
);

const first = timed(() => rasterizeCard(layCard(firstOf(cards))));
const laid: number[] = [];
const whole: number[] = [];
for (let round = 0; round < rounds; round += 1)
  for (const card of cards) {
    let svg = "";
    const laying = timed(() => {
      svg = layCard(card);
    });
    laid.push(laying);
    whole.push(laying + timed(() => rasterizeCard(svg)));
  }

const painter = createCardPainter();
await painter.paint(firstOf(cards));
const waits: number[] = [];
for (let round = 0; round < rounds; round += 1)
  for (const card of cards) {
    const asked = performance.now();
    await painter.paint(card);
    waits.push(performance.now() - asked);
  }
const drawerMb = memoryOfChildMb();
painter.close();

printMetrics("card", {
  cards: whole.length,
  firstMs: rounded(first),
  layP50Ms: quantile(laid, 0.5),
  p50Ms: quantile(whole, 0.5),
  p99Ms: quantile(whole, 0.99),
  inProcessP50Ms: quantile(waits, 0.5),
  inProcessP99Ms: quantile(waits, 0.99),
  drawerPeakMemoryMb: drawerMb,
});

function timed(work: () => unknown): number {
  const begun = cpuMs();
  work();
  return cpuMs() - begun;
}

/** The most memory that the painter's process has held, where the system tells. */
function memoryOfChildMb(): number | null {
  try {
    const [child = ""] = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").split(" ");
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child}/status`, "utf8"));
    return peak === null ? null : Math.round((Number(peak[1]) * 1_024) / 1e6);
  } catch {
    return null;
  }
}

function firstOf(all: readonly CardContents[]): CardContents {
  const [card] = all;
  if (card === undefined) throw new Error("there are no sample cards");
  return card;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
}
