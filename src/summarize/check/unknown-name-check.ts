import { foldWord } from "../../articles/word-forms.ts";
import { createOutletFinder } from "../../facts/attribution/find-outlets.ts";
import { findDelegations } from "../../facts/delegations/find-delegations.ts";
import type { Reader } from "../../facts/read-article.ts";
import { viewTalks } from "../../facts/relevance/talks-view.ts";
import { findStatements } from "../../facts/statements/find-statements.ts";
import { type Check, faultsIn } from "./check.ts";
import { isQuoted } from "./quoted.ts";
import { soundAlike } from "./sound-alike.ts";
import {
  type EvidenceReading,
  type Passage,
  type SentenceReading,
  textOfTokens,
} from "./reading.ts";

/**
 * A name that the dossier does not know is spelled in the evidence as it is here. It shows by its capital,
 * in the languages that have none by who speaks or sits in a delegation.
 */
export function createUnknownNameCheck(reader: Reader): Check {
  const outletIn = createOutletFinder(reader);
  const outletsIn = ({ read }: Passage): string[] =>
    read.sentences.flatMap((one) => outletIn(read, one)?.name ?? []);
  const known = new WeakMap<EvidenceReading, ReadonlySet<string>>();
  const cited = (evidence: EvidenceReading): ReadonlySet<string> => {
    const found = known.get(evidence) ?? new Set(evidence.passages.flatMap(outletsIn));
    known.set(evidence, found);
    return found;
  };
  return (sentence, evidence) => {
    const written = writtenForms(reader, evidence);
    const sounds = soundsOf(evidence);
    const isWritten = (word: string): boolean =>
      reader.languages[sentence.language].nameForms(word).some((form) => written.has(form)) ||
      sounds(word);
    const people = peopleIn(reader, sentence).filter((name) =>
      name.split(/[\s-]+/).some((word) => !isWritten(foldWord(word))),
    );
    const capitals = capitalNames(sentence)
      .filter((at) => !isWritten(sentence.read.tokens[at]?.text ?? ""))
      .map((at) => textOfTokens(sentence, at, at + 1));
    const outlets = outletsIn(sentence).filter((name) => !cited(evidence).has(name));
    return faultsIn("name", [...people, ...capitals, ...outlets]);
  };
}

/** Whether a word sounds like one of the evidence. */
const soundsOf =
  ({ passages }: EvidenceReading) =>
  (word: string): boolean =>
    passages.some(({ read }) =>
      read.tokens.some(({ kind, text }) => kind === "word" && soundAlike(text, word)),
    );

const forms = new WeakMap<EvidenceReading, ReadonlySet<string>>();

/** Every form that a word of the evidence may have as a name. */
function writtenForms({ languages }: Reader, evidence: EvidenceReading): ReadonlySet<string> {
  const known = forms.get(evidence);
  if (known !== undefined) return known;
  const found = new Set(
    evidence.passages.flatMap(({ read, language }) =>
      read.tokens.flatMap(({ kind, text }) =>
        kind === "word" ? languages[language].nameForms(text) : [],
      ),
    ),
  );
  forms.set(evidence, found);
  return found;
}

/** Whoever speaks in a sentence or is told to represent a party, where the dossier does not know them. */
function peopleIn({ dossier }: Reader, { read }: SentenceReading): string[] {
  const known = new Set([...dossier.people, ...dossier.institutions].map(({ name }) => name));
  const speakers = findStatements(read, dossier).flatMap(({ speaker }) => speaker ?? []);
  const members = findDelegations(viewTalks(read, dossier)).flatMap((delegation) =>
    delegation.members.map(({ person }) => person),
  );
  return [...new Set([...speakers, ...members])].filter((name) => !known.has(name));
}

/** The tokens with a capital that no sentence, quotation, day or known word gives them. */
function capitalNames(sentence: SentenceReading): number[] {
  const { read, mentions, dates } = sentence;
  const isKnown = (at: number): boolean =>
    [...mentions, ...dates].some(({ from, to }) => from <= at && at < to);
  const isName = (at: number): boolean => {
    const token = read.tokens[at];
    return (
      token?.kind === "word" &&
      token.capital &&
      !SPEAKER.test(token.text) &&
      !isKnown(at) &&
      !isQuoted(sentence, at)
    );
  };
  const starts = new Set(read.sentences.map(({ from }) => from));
  return read.tokens.flatMap((_, at) =>
    isName(at) && (!starts.has(at) || isName(at + 1)) && !isOpened(sentence, at) ? [at] : [],
  );
}

/** "I'm", "I've". */
const SPEAKER = /^i['\u2019]\w{1,2}$/;

/** After a colon a sentence may begin. */
const isOpened = ({ read }: Passage, at: number): boolean =>
  read.tokens[at - 1]?.text === ":" && read.tokens[at + 1]?.capital !== true;
