import type { Span } from "../../../src/lib/span.ts";
import { textOf } from "../corpus.ts";
import type { FactLine } from "../fact-line.ts";
import type { GoldLine } from "../gold.ts";
import { nameKey } from "../names.ts";
import type { Pair } from "../pair.ts";
import { sum, type Tally } from "../tally.ts";

type Label = GoldLine["statements"][number];
type Answer = FactLine["statements"][number];

/** An answer that counts, and what should have stood there: "right", another speaker, or nothing. */
type Judgement = { readonly answer: Answer; readonly expected: string | null };

/** The least shared part of the shorter of two texts that makes them one statement. */
const LEAST_OVERLAP = 0.5;

/**
 * Statements under the right speaker. An answer is wrong under another name, or when it is a
 * direct quotation that nobody made; reported speech that is not labelled is left out.
 */
export function scoreStatements(pairs: readonly Pair[]): Tally {
  return sum(pairs.filter(({ gold }) => gold.relevant).map(scoreArticle));
}

function scoreArticle({ item, gold, got }: Pair): Tally {
  const text = textOf(item);
  const labels = placeStatements(gold.statements, text);
  const answers = got.statements.map((answer) => ({ answer, at: placeAnswer(answer, text) }));
  const same = (label: (typeof labels)[number], at: Span) =>
    overlapOf(label.at, at) >= LEAST_OVERLAP;

  const judged = answers.flatMap(({ answer, at }): Judgement[] => {
    const matched = labels.filter((label) => same(label, at)).map(({ label }) => label);
    if (matched.length === 0) return answer.direct ? [{ answer, expected: null }] : [];
    if (matched.some((label) => spokenBy(label, answer)))
      return matched.every((label) => label.optional) ? [] : [{ answer, expected: "right" }];
    return [{ answer, expected: matched.map(speakerOf).join(", ") }];
  });
  const wrong = judged.filter(({ expected }) => expected !== "right");

  const needed = labels.filter(({ label }) => !label.optional);
  const missed = needed.filter(
    (label) => !answers.some(({ answer, at }) => same(label, at) && spokenBy(label.label, answer)),
  );
  return {
    right: judged.length - wrong.length,
    predicted: judged.length,
    found: needed.length - missed.length,
    expected: needed.length,
    misses: [
      ...missed.map(({ label }) => ({
        id: gold.id,
        expected: `${speakerOf(label)}: ${label.text}`,
        got: null,
      })),
      ...wrong.map(({ answer, expected }) => ({
        id: gold.id,
        expected,
        got: `${answer.speaker ?? `unnamed (${answer.party})`}: ${answer.text}`,
      })),
    ],
  };
}

/** Where labelled statements stand; they are labelled in order, so words said twice are found twice. */
export function placeStatements(
  labels: readonly Label[],
  text: string,
): { label: Label; at: Span }[] {
  let from = 0;
  return labels.map((label) => {
    const next = text.indexOf(label.text, from);
    const start = next === -1 ? text.indexOf(label.text) : next;
    from = start + label.text.length;
    return { label, at: [start, from] as const };
  });
}

function placeAnswer(answer: Answer, text: string): Span {
  const [from, to] = answer.evidence ?? [0, text.length];
  const within = text.slice(from, to).indexOf(answer.text);
  if (answer.text === "" || within === -1) return [from, to];
  return [from + within, from + within + answer.text.length];
}

function overlapOf(a: Span, b: Span): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return Math.max(0, shared) / Math.max(1, Math.min(a[1] - a[0], b[1] - b[0]));
}

function spokenBy(label: Label, answer: Answer): boolean {
  const right = Array.isArray(label.speaker) ? label.speaker : [label.speaker];
  return right.some((name) =>
    name === null || answer.speaker === null
      ? name === answer.speaker && label.party === answer.party
      : nameKey(name) === nameKey(answer.speaker),
  );
}

function speakerOf(label: Label): string {
  const [first] = Array.isArray(label.speaker) ? label.speaker : [label.speaker];
  return first ?? `unnamed (${label.party ?? "no party"})`;
}
