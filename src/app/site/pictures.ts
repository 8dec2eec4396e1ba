import { type CardContents, tellCard } from "../../cards/card-contents.ts";
import type { ChartRound } from "../../cards/chart-days.ts";
import { PAGE_THEME } from "../../cards/chart-theme.ts";
import { digestRounds } from "../../cards/digest-rounds.ts";
import { drawTension } from "../../cards/draw-tension.ts";
import type { CardPainter } from "../../cards/paint-cards.ts";
import type { Language } from "../../lib/language.ts";
import { roundsOf } from "../../digest/rounds.ts";
import { hashOf, type Snapshot } from "./snapshot.ts";

/** Small enough that a phone shows its letters large enough. */
const CHART = { width: 420, height: 190, theme: PAGE_THEME } as const;

/** The tension over time with the rounds on it, as SVG; null where there is nothing to draw. */
export function composeChart(
  { digest, timeline, names }: Snapshot,
  language: Language,
): string | null {
  const { series } = digest.tension;
  if (series.length === 0) return null;
  const known = digestRounds(digest);
  const held = roundsOf(timeline, names.dossier.timeZone)
    .filter(({ came, date }) => came === "met" && !known.some((round) => round.date === date))
    .map(({ date }): ChartRound => ({ date, kind: "held" }));
  return drawTension(series, [...held, ...known], { language, ...CHART });
}

/** Paints cards; one that would say the same as the last in its language is not painted again. */
export function createCardMemory(painter: CardPainter) {
  const last = new Map<string, { readonly version: string; readonly body: Promise<Uint8Array> }>();
  return async ({ names, digest }: Snapshot, language: Language): Promise<Uint8Array> => {
    const { timeZone } = names.dossier;
    const contents: CardContents = tellCard(names, digest, { language, timeZone });
    const version = hashOf(contents);
    const key = `${digest.talks} ${language}`;
    const known = last.get(key);
    const card = known?.version === version ? known : { version, body: painter.paint(contents) };
    last.set(key, card);
    card.body.catch(() => last.delete(key));
    return card.body;
  };
}
