import type { Miss, Tally } from "../tally.ts";
import type { CodeItem } from "./code-lines.ts";
import { readCsv } from "./csv.ts";

/** A sentence with the event it was searched for, and whether readers found that event in it. */
export type JudgedSentence = {
  readonly item: CodeItem;
  readonly type: string;
  readonly present: boolean;
  /** Holds the words of such an event without telling of one. */
  readonly hard: boolean;
};

/**
 * Arabic sentences of the Open Event Data Alliance with hard negatives; ambiguous ones are left
 * out. The set marks no actors, so the sentence's first and last words stand for them.
 */
export function readArabicEvents(csv: string): JudgedSentence[] {
  return readCsv(csv).flatMap((row, index) => {
    const { label, event_type: type = "" } = row;
    const text = row["text"]?.trim() ?? "";
    const [first = "", last = ""] = [/^\S+/.exec(text)?.[0], /\S+$/.exec(text)?.[0]];
    if (label === undefined || label === "ambiguous" || first === text) return [];
    return [
      {
        item: {
          id: `${type.toLowerCase()}-${index}`,
          lang: "ar" as const,
          text,
          source: [0, first.length] as const,
          target: [text.length - last.length, text.length] as const,
        },
        type,
        present: label === "yes",
        hard: label === "difficult no",
      },
    ];
  });
}

/** How far to trust that an event of the set's type was told. */
export function scoreArabicEvents(
  sentences: readonly JudgedSentence[],
  coded: ReadonlyMap<string, string | null>,
): Tally {
  const answers = sentences.map((sentence) => ({
    ...sentence,
    told: coded.get(sentence.item.id) === sentence.type,
  }));
  const right = answers.filter(({ told, present }) => told && present).length;
  const misses: Miss[] = answers
    .filter(({ told, present }) => told !== present)
    .map(({ item, type, present }) => ({
      id: item.id,
      expected: present ? type : null,
      got: `${present ? "nothing" : type}: ${item.text}`,
    }));
  return {
    right,
    found: right,
    predicted: answers.filter(({ told }) => told).length,
    expected: answers.filter(({ present }) => present).length,
    misses,
  };
}
