import type { Claim } from "./claim.ts";
import type { AnswerDraft } from "./draft.ts";
import type { Bench, Judged, Slot } from "./judge-draft.ts";
import type { Answered, QuotedInAnswer } from "./narrator.ts";
import { placed, translated } from "./slots.ts";

/** As much of what was said as helps to judge an answer. */
const MOST_QUOTED = 3;

/** The sentences of an answer, and its translations, each with its place. */
export const answerSlots = ({ sentences, translations }: AnswerDraft): readonly Slot[] => [
  ...placed({ kind: "answer" }, sentences),
  ...translated(translations.slice(0, MOST_QUOTED)),
];

/** What of an answer stands, with the words in other languages that it rests on; null where nothing stands. */
export function answerOf(
  judged: readonly Judged[],
  { language }: Pick<Bench, "language">,
): Extract<Answered, { kind: "answered" }> | null {
  const standing = judged.filter((one) => one.kind === "stands");
  const answers = standing.filter(({ slot }) => slot.place.kind === "answer");
  const [first, ...rest] = answers.map(({ told }) => told);
  if (first === undefined) return null;
  const translations = standing.filter(({ slot }) => slot.place.kind === "translation");
  const translationOf = ({ id }: Claim): string | null =>
    translations.find(({ slot }) => slot.sentence.claims[0] === id)?.told.text ?? null;
  const claims = [...new Set(answers.flatMap(({ by }) => by))];
  const quoted = claims.flatMap((claim): QuotedInAnswer[] => {
    const { fact, citations } = claim;
    if (fact.kind !== "statement" || fact.statement.lang === language) return [];
    return [{ statement: { ...fact.statement, citations }, translation: translationOf(claim) }];
  });
  return { kind: "answered", sentences: [first, ...rest], quoted: quoted.slice(0, MOST_QUOTED) };
}
