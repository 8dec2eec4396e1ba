import type { Fault, FaultKind } from "../verdict.ts";
import { type Sentence, wordAt } from "./sentence.ts";

/** As many words as show where a sentence goes wrong. */
const MOST_WORDS = 4;

/** What is wrong where no wording goes on: named by what stands there. */
export function faultAt(sentence: Sentence, text: string, at: number): Fault {
  const from = wordAt(sentence, at);
  const words = sentence.tokens.slice(from, from + MOST_WORDS);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return { about: "wording", words: [] };
  return { about: aboutAt(sentence, from), words: [text.slice(first.start, last.end)] };
}

function aboutAt({ tokens, names, dates }: Sentence, at: number): FaultKind {
  const date = dates.find(({ from, to }) => from <= at && at < to);
  if (date !== undefined) return date.form === "relative" ? "relative-date" : "date";
  const token = tokens[at];
  if (token?.kind === "number") return "number";
  if (token?.kind === "mark") return token.text === "." ? "wording" : "quotation";
  const [name] = names.get(at)?.keys() ?? [];
  if (name === undefined) return "wording";
  if (name.startsWith("person:")) return "name";
  return name.startsWith("place:") ? "party" : "place";
}
