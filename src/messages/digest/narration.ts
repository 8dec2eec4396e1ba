import type { Digest } from "../../digest/digest.ts";
import type { NarratedSentence, Narration } from "../../digest/narration.ts";
import { embed, plainLine } from "../../i18n/direction.ts";
import { type Block, type Span, text } from "../message.ts";
import { shorten } from "../quotation.ts";
import type { Wording } from "./wording.ts";

/** What a model wrote of a digest, in the reader's language; null without. */
const narrationFor = ({ narration = null }: Digest, { language }: Wording): Narration | null =>
  narration?.language === language ? narration : null;

/** The whole in a few sentences. */
export const leadBlocks = (digest: Digest, wording: Wording): Block[] =>
  paragraph(narrationFor(digest, wording)?.lead ?? [], wording);

/** What is new, and what that means. */
export const newsBlocks = (digest: Digest, wording: Wording): Block[] =>
  paragraph(narrationFor(digest, wording)?.changes ?? [], wording);

/** What a party says, as a whole. */
export const stanceBlocks = (digest: Digest, party: string, wording: Wording): Block[] =>
  paragraph(
    narrationFor(digest, wording)?.positions.find((told) => told.party === party)?.sentences ?? [],
    wording,
  );

/** A quotation in the reader's language, to stand under the words as published; none without. */
export function translationBlocks(digest: Digest, original: string, wording: Wording): Block[] {
  const found = narrationFor(digest, wording)?.translations.find(
    (translation) => translation.original === original,
  );
  if (found === undefined) return [];
  const label = wording.phrases.label({ name: wording.phrases["narration.translation"] });
  return [{ kind: "paragraph", spans: [text(`${label}${plainLine(found.text)}`)] }];
}

/** Says what of a message a model wrote, and how far that was checked; none without. */
export function writerBlocks(digest: Digest, wording: Wording): Block[] {
  const narration = narrationFor(digest, wording);
  if (narration === null) return [];
  const model = embed(shorten(narration.by.model, LONGEST_MODEL), wording.language);
  return [{ kind: "paragraph", spans: [text(wording.phrases["narration.note"]({ model }))] }];
}

const LONGEST_MODEL = 60;

function paragraph(sentences: readonly NarratedSentence[], wording: Wording): Block[] {
  if (sentences.length === 0) return [];
  const spans = sentences.flatMap(({ text: words, citations }, at): Span[] => [
    text(`${at === 0 ? "" : " "}${plainLine(words)} `),
    ...wording.citations(citations),
  ]);
  return [{ kind: "paragraph", spans }];
}
