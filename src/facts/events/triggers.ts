import type { TokenRange } from "../../articles/token-range.ts";
import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type Phrases,
} from "../../articles/phrases.ts";
import type { Token } from "../../articles/tokens.ts";
import type { PloverMode, PloverType } from "../plover.ts";
import { type EventLexicon, OPERATORS, type Operator, parseKey } from "./event-lexicon.ts";

/** Grammatical words that tell how a trigger is used. */
type Mark =
  | "support"
  | "passive"
  | "agent"
  | "determiner"
  | "subjunction"
  | "complementizer"
  | "preposition"
  | "locative"
  | "object"
  | "past"
  | "comparison"
  | "owner"
  | "relative"
  | "and"
  | "whole"
  | "attitude"
  | "bystander"
  | "contrast"
  | "mutual"
  | "report"
  | "both";

/** What a phrase of the event lexicon means. */
export type TriggerSense =
  | {
      readonly kind: "event";
      readonly type: PloverType;
      readonly mode: PloverMode | null;
      readonly verb: boolean;
      /** Only a comment, no deed. */
      readonly remark: boolean;
      /** Its subject is the target. */
      readonly received: boolean;
      /** Its own first letters are those of the Arabic article. */
      readonly definite: boolean;
    }
  | {
      readonly kind: "operator";
      readonly operator: Operator;
      readonly verb: boolean;
      readonly remark: boolean;
      readonly received: boolean;
      /** Its own first letters are those of the Arabic article. */
      readonly definite: boolean;
    };

type Sense = TriggerSense | { readonly kind: "mark"; readonly mark: Mark };

/** A trigger or a grammatical word in a sentence. */
export type Found<S> = TokenRange & { readonly sense: S };

/** All that one sentence has of the event lexicon, in order. */
export type FoundWords = {
  readonly triggers: readonly Found<TriggerSense>[];
  marks(mark: Mark): readonly TokenRange[];
};

/** A language's event lexicon, compiled for search. */
export type EventPhrases = Phrases<Sense>;

/** Compiles a language's event lexicon. */
export function compileEvents(lexicon: EventLexicon, language: PhraseLanguage): EventPhrases {
  return compilePhrases(entriesOf(lexicon), language);
}

function* entriesOf(lexicon: EventLexicon): Generator<readonly [string, Sense]> {
  for (const [key, words] of Object.entries(lexicon.triggers)) {
    const named = parseKey(key);
    if (named !== undefined) yield* sensesOf({ kind: "event", ...named }, words);
  }
  for (const operator of OPERATORS) {
    const words = lexicon.operators[operator];
    if (words !== undefined) yield* sensesOf({ kind: "operator", operator }, words);
  }
  const marks: readonly (readonly [Mark, readonly string[]])[] = [
    ["support", lexicon.support],
    ["passive", lexicon.passive],
    ["agent", lexicon.agent],
    ["determiner", lexicon.determiners],
    ["subjunction", lexicon.subjunction],
    ["complementizer", lexicon.complementizers],
    ["preposition", lexicon.prepositions],
    ["locative", lexicon.locatives],
    ["past", lexicon.pasts],
    ["comparison", lexicon.comparisons],
    ["owner", lexicon.owners],
    ["relative", lexicon.relatives],
    ["object", lexicon.objects],
    ["and", lexicon.and],
    ["whole", lexicon.wholes],
    ["attitude", lexicon.attitudes],
    ["bystander", lexicon.bystanders],
    ["contrast", lexicon.contrasts],
    ["mutual", lexicon.mutual],
    ["report", lexicon.reports],
    ["both", lexicon.both],
  ];
  for (const [mark, patterns] of marks)
    for (const pattern of patterns) yield [pattern, { kind: "mark", mark }];
}

const ARABIC_ARTICLE = "\u0627\u0644";

type Named =
  | { readonly kind: "event"; readonly type: PloverType; readonly mode: PloverMode | null }
  | { readonly kind: "operator"; readonly operator: Operator };
type Words = EventLexicon["triggers"][string];

function* sensesOf(named: Named, words: Words): Generator<readonly [string, Sense]> {
  const plain = { ...named, verb: true, remark: false, received: false, definite: false };
  for (const pattern of words.verbs)
    yield [pattern, pattern.startsWith(ARABIC_ARTICLE) ? { ...plain, definite: true } : plain];
  for (const pattern of words.remarks) yield [pattern, { ...plain, remark: true }];
  for (const pattern of words.received) yield [pattern, { ...plain, received: true }];
  for (const pattern of words.nouns) yield [pattern, { ...plain, verb: false }];
}

/** Finds the event lexicon's words in a range of tokens; the longest reading of the same words wins. */
export function findWords(
  phrases: EventPhrases,
  tokens: readonly Token[],
  { from, to }: TokenRange,
): FoundWords {
  const triggers: Found<TriggerSense>[] = [];
  const marks = new Map<Mark, TokenRange[]>();
  for (const { value, from: start, to: end } of findPhrases(phrases, tokens, from, to))
    if (value.kind === "mark") {
      const found = { from: start, to: end };
      const known = marks.get(value.mark);
      if (known === undefined) marks.set(value.mark, [found]);
      else known.push(found);
    } else triggers.push({ sense: value, from: start, to: end });
  return { triggers: withoutShadowed(triggers), marks: (mark) => marks.get(mark) ?? NONE };
}

const NONE: readonly never[] = [];

function withoutShadowed(found: readonly Found<TriggerSense>[]): Found<TriggerSense>[] {
  return found.filter(
    (inner, at) =>
      !found.some((outer, other) => {
        if (other === at || outer.from > inner.from || inner.from >= outer.to) return false;
        const longer = outer.to - outer.from - (inner.to - inner.from);
        return longer > 0 || (longer === 0 && other < at);
      }),
  );
}
