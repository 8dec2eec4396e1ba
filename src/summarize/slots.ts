import type { Narration, NarratedSentence, Translation, Writer } from "../digest/narration.ts";
import type { Language } from "../lib/language.ts";
import type { Claim } from "./claim.ts";
import type { DigestDraft, DraftSentence } from "./draft.ts";
import type { Judged, Place, Slot } from "./judge-draft.ts";

/** Beyond these a digest is no longer short; what a model writes more is not read. */
const MOST_SENTENCES = 3;
const MOST_PARTIES = 6;
const MOST_TRANSLATIONS = 24;

/** The sentences of a draft, each with its place. */
export function slotsOf({ lead, positions, changes, translations }: DigestDraft): readonly Slot[] {
  return [
    ...placed({ kind: "lead" }, lead),
    ...positions
      .slice(0, MOST_PARTIES)
      .flatMap(({ party, sentences }) => placed({ kind: "position", party }, sentences)),
    ...placed({ kind: "changes" }, changes),
    ...translated(translations.slice(0, MOST_TRANSLATIONS)),
  ];
}

/** Translations, each with the claim that it is of. */
export const translated = (translations: DigestDraft["translations"]): readonly Slot[] =>
  translations.map(({ claim, text }) => ({
    place: { kind: "translation" },
    sentence: { text, claims: [claim] },
  }));

/** Sentences in one place, no more than it takes. */
export const placed = (place: Place, sentences: readonly DraftSentence[]): readonly Slot[] =>
  sentences.slice(0, MOST_SENTENCES).map((sentence) => ({ place, sentence }));

/** What a narration is made of beside its sentences. */
export type Frame = {
  readonly language: Language;
  readonly claims: readonly Claim[];
  readonly by: Writer;
};

/** The sentences that stand, in their places; null without a lead, which is too little to tell. */
export function narrationOf(judged: readonly Judged[], frame: Frame): Narration | null {
  const standing = judged.filter((one) => one.kind === "stands");
  const at = (wanted: (place: Place) => boolean) =>
    onceEach(standing.filter(({ slot }) => wanted(slot.place)).map(({ told }) => told));
  const lead = at(({ kind }) => kind === "lead");
  if (lead.length === 0) return null;
  const parties = new Set(
    standing.flatMap(({ slot: { place } }) => (place.kind === "position" ? [place.party] : [])),
  );
  return {
    language: frame.language,
    lead,
    positions: [...parties].map((party) => ({
      party,
      sentences: at((place) => place.kind === "position" && place.party === party),
    })),
    changes: at(({ kind }) => kind === "changes"),
    translations: standing.flatMap(({ slot, told }) =>
      slot.place.kind === "translation" ? translationOf(slot, told, frame) : [],
    ),
    by: frame.by,
  };
}

const onceEach = (sentences: readonly NarratedSentence[]): readonly NarratedSentence[] =>
  sentences.filter(
    ({ text }, at) => sentences.findIndex((sentence) => sentence.text === text) === at,
  );

function translationOf(
  { sentence }: Slot,
  { text }: NarratedSentence,
  { claims, language }: Frame,
): readonly Translation[] {
  const fact = claims.find(({ id }) => id === sentence.claims[0])?.fact;
  if (fact?.kind !== "statement" || fact.statement.lang === language) return [];
  return [{ original: fact.statement.text, lang: fact.statement.lang, text }];
}
