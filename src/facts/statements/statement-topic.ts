import type { Dossier } from "../../config/dossier.ts";
import type { MentionOf } from "../mention.ts";
import { mentionsOf } from "../mention.ts";
import type { ReadingUnit } from "./reading-unit.ts";

/** What all talks are about: it says least, so every other topic comes before it. */
const GENERAL = "diplomacy";

/** The dossier's topic that the words in tokens `[from, to)`, or else their sentence, name most specifically. */
export function topicOf(
  unit: ReadingUnit,
  [from, to]: readonly [number, number],
  dossier: Dossier,
): string | null {
  const topics = mentionsOf(unit.mentions, "topic");
  const said = topics.filter((one) => from <= one.from && one.to <= to);
  return (
    mostSpecific(said.filter(isParticular)) ??
    (said.length > 0 ? mostSpecific(said) : null) ??
    mostSpecific(topics.filter(isParticular)) ??
    (topics.length > 0 && dossier.topics.some(({ id }) => id === GENERAL) ? GENERAL : null)
  );
}

const isParticular = ({ sense }: MentionOf<"topic">): boolean => sense.id !== GENERAL;

/** The topic with most words to it; of equals the one named first. */
function mostSpecific(mentions: readonly MentionOf<"topic">[]): string | null {
  const words = new Map<string, number>();
  for (const { sense, from, to } of mentions)
    words.set(sense.id, (words.get(sense.id) ?? 0) + to - from);
  let best: string | null = null;
  for (const [id, count] of words) if (best === null || count > (words.get(best) ?? 0)) best = id;
  return best;
}
