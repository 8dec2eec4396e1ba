import type { Token } from "../articles/tokens.ts";
import type { Language } from "../lib/language.ts";
import type { CueName } from "./cues.ts";
import { cuesOf, hasCue, type Mention } from "./mention.ts";

/**
 * Adds to the mentions of a sentence the denials that take two words: "rejected the channel's claim" refuses
 * nobody anything, and denies what was claimed. Each is marked as a denial and as a refutation.
 */
export function withRefutations(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  language: Language,
): readonly Mention[] {
  if (!hasCue(mentions, "modality.hearsay", "modality.refutation")) return mentions;
  const found = [
    ...cuesOf(mentions, "modality.refutation"),
    ...refutationsIn(mentions, tokens, language),
  ];
  if (found.length === 0) return mentions;
  const marked = found.flatMap(({ from, to }) =>
    MARKS.map((cue): Mention => ({
      sense: { kind: "cue", cue },
      from,
      to,
      span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    })),
  );
  return [...mentions, ...marked].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

const MARKS = ["modality.denial", "modality.refutation"] as const satisfies readonly CueName[];

/** In tokens, from the denying verb to the report that it denies. */
const OBJECT_BEHIND: Readonly<Record<Language, number>> = { en: 8, ar: 6, fa: 2 };
/** In tokens, from the report to what is said of it: Persian ends its sentences with the verb. */
const PREDICATE_BEHIND: Readonly<Record<Language, number>> = { en: 18, ar: 18, fa: 30 };

const STOPS = ";:\u061b?!.\u061f";
const CLAUSE_STOPS = `${STOPS},\u060c()\u2014\u2013`;

type Range = { readonly from: number; readonly to: number };

function refutationsIn(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  language: Language,
): Range[] {
  const sourced = cuesOf(mentions, "modality.sourced");
  const reports = cuesOf(mentions, "modality.hearsay").filter(
    ({ from, to }) => !sourced.some((whole) => whole.from <= from && to <= whole.to),
  );
  const isBetween = (cue: CueName, from: number, to: number): boolean =>
    cuesOf(mentions, cue).some((other) => from <= other.from && other.from < to);
  const isObject = (verb: Range, report: Range): boolean =>
    verb.to <= report.from &&
    report.from - verb.to <= OBJECT_BEHIND[language] &&
    !hasMark(tokens, verb.to, report.from, CLAUSE_STOPS) &&
    // "Rejected as baseless a story" goes on.
    (!isBetween("modality.clause", verb.to, report.from) ||
      isBetween("modality.refuted", verb.to, report.from)) &&
    !isBetween("talks.complement", verb.to, report.from);
  const isPredicate = (report: Range, predicate: Range): boolean =>
    report.to <= predicate.from &&
    predicate.from - report.to <= PREDICATE_BEHIND[language] &&
    !hasMark(tokens, report.to, predicate.from, STOPS);
  const join = (first: Range, last: Range): Range => ({ from: first.from, to: last.to });
  return reports.flatMap((report) => {
    const verb = cuesOf(mentions, "modality.refuting").findLast((one) => isObject(one, report));
    const predicate = cuesOf(mentions, "modality.refuted").find((one) => isPredicate(report, one));
    return [
      ...(verb === undefined ? [] : [join(verb, report)]),
      ...(predicate === undefined ? [] : [join(report, predicate)]),
    ];
  });
}

function hasMark(tokens: readonly Token[], from: number, to: number, marks: string): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === "mark" && marks.includes(token.text)) return true;
  }
  return false;
}
