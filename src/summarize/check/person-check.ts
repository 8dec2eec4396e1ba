import type { Language } from "../../lib/language.ts";
import { type Check, faultsIn } from "./check.ts";
import { type Passage, textOfTokens } from "./reading.ts";

/** Signs of one person in one language: those that say it for sure, and those that may. */
type Signs = { readonly sure: RegExp; readonly maybe: RegExp };

/** "We", as words or as the ends and beginnings of verbs, in folded letters. */
const WE: Readonly<Record<Language, Signs>> = {
  en: {
    sure: /^(?:we|us|our|ours|ourselves|we're|we've|we'll|we'd)$/,
    maybe: /^(?:let's|my|i|me)$/,
  },
  ar: {
    sure: /^(?:[\u0648\u0641]?\u0646\u062d\u0646|.{2,}\u0646\u0646\u0627|[\u0648\u0641]?(?:\u0644|\u0628|\u0645|\u0644\u062f\u064a|\u0639\u0644\u064a|\u0627\u0644\u064a|\u0645\u0639|\u0639\u0646\u062f)\u0646\u0627)$/,
    maybe: /^[\u0648\u0641\u0644]?\u0633?\u0646|\u0646\u0627$/,
  },
  fa: {
    sure: /^(?:\u0645\u0627|\u062e\u0648\u062f\u0645\u0627\u0646|\u0646?\u0645[\u06cc\u064a\u0649].*[\u06cc\u064a\u0649]\u0645|\u0646?\u062e\u0648\u0627\u0647[\u06cc\u064a\u0649]\u0645)$/,
    maybe: /[\u06cc\u064a\u0649]\u0645$|\u0645\u0627\u0646$|\u0645\u0627\u0633\u062a$/,
  },
};

/** "Our": what a breach of commitments becomes when it turns out to be one's own. */
const OUR: Readonly<Record<Language, Signs>> = {
  en: { sure: /^(?:our|ours)$/, maybe: /^(?:us|ourselves|my|mine|own)$/ },
  ar: { sure: /.\u0627\u062a\u0646\u0627$/, maybe: /\u0646\u0627$|\u064a$/ },
  fa: {
    sure: /^\u062e\u0648\u062f\u0645\u0627\u0646$/,
    maybe: /^\u0645\u0627$|^\u062e\u0648\u062f|\u0645\u0627\u0646$/,
  },
};

/** Whoever speaks of themselves in the translation does so in the original. */
export const personCheck: Check = (translation, { claims }) => {
  const [original] = claims.flatMap(({ originals }) => originals);
  if (original === undefined) return [];
  return faultsIn("wording", [
    ...added(WE, translation, original),
    ...added(WE, original, translation),
    ...added(OUR, translation, original),
  ]);
};

function added(
  signs: Readonly<Record<Language, Signs>>,
  passage: Passage,
  other: Passage,
): readonly string[] {
  const { sure, maybe } = signs[other.language];
  const has = other.read.tokens.some(({ text }) => sure.test(text) || maybe.test(text));
  if (has) return [];
  return passage.read.tokens.flatMap(({ text }, at) =>
    signs[passage.language].sure.test(text) && !isNamed(passage, at)
      ? [textOfTokens(passage, at, at + 1)]
      : [],
  );
}

/** "U.S." folds to a pronoun. */
const NAMING: ReadonlySet<string> = new Set(["city", "country", "actor", "institution"]);

const isNamed = ({ mentions }: Passage, at: number): boolean =>
  mentions.some(({ sense, from, to }) => NAMING.has(sense.kind) && from <= at && at < to);
