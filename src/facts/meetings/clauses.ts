import type { Token } from "../../articles/tokens.ts";
import type { CueName } from "../cues.ts";
import { cuesOf } from "../mention.ts";
import type { ReadSentence } from "../read-article.ts";

/** A stretch of a sentence between marks and conjunctions: token indices `[from, to)`. */
export type Clause = {
  readonly from: number;
  readonly to: number;
  /**
   * How it begins: "after …", "before …", "since …" tell of another time than the main clause, "that …"
   * of what is said or who is meant.
   */
  readonly kind: "main" | "after" | "before" | "subordinate" | "complement";
};

const DIVIDING_MARKS = ",;:()\u060c\u061b\u2014\u2013";

/** Divides a sentence at its marks and conjunctions; no clause is empty. */
export function clausesOf(sentence: ReadSentence, tokens: readonly Token[]): Clause[] {
  const kinds = kindsByStart(sentence);
  const clauses: Clause[] = [];
  let from = sentence.from;
  let kind: Clause["kind"] = "main";
  const close = (to: number, next: number, nextKind: Clause["kind"]): void => {
    if (to > from) clauses.push({ from, to, kind });
    from = next;
    kind = nextKind;
  };
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const next = kinds.get(at);
    if (next !== undefined && !isYet(sentence, tokens, at) && !isOfTime(sentence, at))
      close(at, at, next);
    else if (isDividing(tokens[at])) close(at, at + 1, "main");
  }
  close(sentence.to, sentence.to, "main");
  return clauses;
}

/** The clauses that begin between two tokens. */
export function clausesBetween(
  clauses: readonly Clause[],
  a: number,
  b: number,
): readonly Clause[] {
  const [first, last] = [clauseIndex(clauses, a), clauseIndex(clauses, b)];
  return clauses.slice(Math.min(first, last) + 1, Math.max(first, last) + 1);
}

/** The clause that a token stands in; marks belong to the clause before them. */
export function clauseIndex(clauses: readonly Clause[], at: number): number {
  const next = clauses.findIndex(({ from }) => from > at);
  return next === -1 ? clauses.length - 1 : Math.max(0, next - 1);
}

const CONJUNCTIONS = [
  ["talks.complement", "complement"],
  ["talks.subordinate", "subordinate"],
  ["talks.after", "after"],
  ["talks.before", "before"],
] as const satisfies readonly (readonly [CueName, Clause["kind"]])[];

/** What kind of clause begins at a token; the more telling word wins. */
function kindsByStart({ mentions }: Pick<ReadSentence, "mentions">): Map<number, Clause["kind"]> {
  return new Map(
    CONJUNCTIONS.flatMap(([cue, kind]) =>
      cuesOf(mentions, cue).map(({ from }) => [from, kind] as const),
    ),
  );
}

/** The Arabic word for "after" says "yet" behind a negated verb, and before a mark. */
function isYet({ mentions }: ReadSentence, tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.kind === "mark") return true;
  return cuesOf(mentions, "modality.negation").some(({ to }) => to < at && at - to <= 2);
}

/** "After three hours", "before midnight", "put off until Friday" measure time within their clause. */
function isOfTime({ mentions }: ReadSentence, at: number): boolean {
  return (
    cuesOf(mentions, "meeting.lasted").some(({ from }) => from === at) ||
    (cuesOf(mentions, "meeting.to").some(({ from }) => from === at) &&
      cuesOf(mentions, "phase.postponed", "meeting.moved").some(({ to }) => to <= at))
  );
}

const isDividing = (token: Token | undefined): boolean =>
  token?.kind === "mark" && DIVIDING_MARKS.includes(token.text);
