import type { Language } from "../../../src/lib/language.ts";
import type { Checker, Verdict } from "../../../src/summarize/verdict.ts";
import { LIE_KINDS, type LieKind, type ModelCase } from "./case.ts";
import { type Archive, selectClaims } from "./claims-at.ts";

/** A sentence of the set, and what the checker makes of it. */
export type JudgedSentence = {
  readonly at: string;
  readonly lang: Language;
  /** "honest", or what it is wrong about. */
  readonly kind: "honest" | LieKind;
  readonly text: string;
  readonly claims: readonly string[];
  readonly verdict: Verdict;
};

/** Has the checker judge every sentence of some cases. */
export function judgeCases(
  cases: readonly ModelCase[],
  archive: Archive,
): readonly JudgedSentence[] {
  const checker = archive.core.checker();
  return cases.flatMap((one) => {
    const claims = selectClaims(one, archive);
    return sentencesOf(one).map(({ kind, text }) => ({
      at: one.at,
      lang: one.lang,
      kind,
      text,
      claims: one.claims,
      verdict: verdictOn(text, { one, claims, checker }),
    }));
  });
}

const sentencesOf = ({
  honest,
  lies,
}: ModelCase): readonly Pick<JudgedSentence, "kind" | "text">[] => [
  ...(honest === undefined ? [] : [{ kind: "honest" as const, text: honest }]),
  ...lies,
];

function verdictOn(
  text: string,
  {
    one,
    claims,
    checker,
  }: {
    readonly one: ModelCase;
    readonly claims: ReturnType<typeof selectClaims>;
    readonly checker: Checker;
  },
): Verdict {
  const [first] = claims;
  return one.translation && first !== undefined
    ? checker.translation(text, first, one.lang)
    : checker.sentence(text, claims, one.lang);
}

/** How many of some sentences there are, and of how many of them a thing holds. */
export type Share = { readonly of: number; readonly count: number };

/** Lies that were caught, and honest sentences that were dropped. */
export type ModelScores = {
  readonly caught: ReadonlyMap<LieKind | "all", Share>;
  readonly dropped: Share;
};

/** The scores of some sentences. */
export function scoresOf(sentences: readonly JudgedSentence[]): ModelScores {
  const fell = (some: readonly JudgedSentence[]): Share => ({
    of: some.length,
    count: some.filter(({ verdict }) => verdict.kind === "unsupported").length,
  });
  const lies = sentences.filter(({ kind }) => kind !== "honest");
  const byKind = LIE_KINDS.map(
    (kind) => [kind, fell(lies.filter((lie) => lie.kind === kind))] as const,
  );
  return {
    caught: new Map<LieKind | "all", Share>([...byKind, ["all", fell(lies)]]),
    dropped: fell(sentences.filter(({ kind }) => kind === "honest")),
  };
}
