import { z } from "zod";
import type { Span } from "../../../src/lib/span.ts";
import { NOTHING, scoresOf, type Miss, type Tally } from "../tally.ts";
import type { CodeItem } from "./code-lines.ts";

/** A sentence of the set with the types that are right for it, in PLOVER 0.8's names. */
export type CodedSentence = { readonly item: CodeItem; readonly types: readonly string[] };

/** Names of older versions that 0.8 renamed or split. */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  DEMAND: ["REQUEST"],
  DISAPPROVE: ["ACCUSE"],
  INVESTIGATE: ["ACCUSE"],
  FIGHT: ["ASSAULT"],
  YIELD: ["CONCEDE", "RETREAT"],
};

const Entry = z.looseObject({
  id: z.string(),
  event: z.string(),
  textInfo: z.unknown().optional(),
});

/**
 * Sentences of the Open Event Data Alliance's gold standard records whose markup names a source
 * and a target; the rest cannot be asked and is left out.
 */
export function readPloverSet(text: string): CodedSentence[] {
  return z
    .array(Entry)
    .parse(JSON.parse(text))
    .flatMap(({ id, event, textInfo }) => {
      const marked = z.looseObject({ markup: z.string() }).safeParse(textInfo);
      if (!marked.success) return [];
      const spans = spansOf(marked.data.markup);
      if (spans === null) return [];
      return [{ item: { id, lang: "en" as const, ...spans }, types: NEWER[event] ?? [event] }];
    });
}

/** The plain sentence of a markup such as `(SRC: Iran) (EVT: rejected) (TAR: talks)` and its actors. */
export function spansOf(markup: string): Pick<CodeItem, "text" | "source" | "target"> | null {
  const sources: Span[] = [];
  const targets: Span[] = [];
  let text = "";
  let from = 0;
  for (const match of markup.matchAll(/\(([A-Z]+(?:\/[A-Z]+)?):\s?([^()]*)\)/g)) {
    const [whole, role = "", words = ""] = match;
    text += markup.slice(from, match.index);
    const span = [text.length, text.length + words.length] as const;
    text += words;
    from = match.index + whole.length;
    if (role.startsWith("SRC")) sources.push(span);
    else if (role.startsWith("TAR")) targets.push(span);
    if (role === "SRC/TAR" && sources.length > 1) targets.push(span);
  }
  text += markup.slice(from);
  const [source] = sources;
  const target = targets.find((span) => span !== source);
  if (source === undefined || target === undefined || /\([A-Z]+:/.test(text)) return null;
  return { text, source, target };
}

/** Results by type, and their mean F1 in which every type weighs the same. */
export function scorePlover(
  sentences: readonly CodedSentence[],
  coded: ReadonlyMap<string, string | null>,
): { readonly byType: ReadonlyMap<string, Tally>; readonly macroF1: number } {
  const answers = sentences.map(({ item, types }) => {
    const got = coded.get(item.id) ?? null;
    const right = got !== null && types.includes(got);
    return { id: item.id, expected: right ? got : (types[0] ?? ""), got };
  });
  const types = [...new Set(answers.map(({ expected }) => expected))].toSorted();
  const byType = new Map(types.map((type) => [type, tallyOf(type, answers)]));
  const f1s = [...byType.values()].map((tally) => scoresOf(tally).f1);
  return { byType, macroF1: f1s.reduce((total, f1) => total + f1, 0) / Math.max(1, f1s.length) };
}

type Coding = { readonly id: string; readonly expected: string; readonly got: string | null };

function tallyOf(type: string, answers: readonly Coding[]): Tally {
  const right = answers.filter(({ expected, got }) => expected === type && got === type).length;
  const misses: Miss[] = answers.filter(({ expected, got }) => expected === type && got !== type);
  return {
    ...NOTHING,
    right,
    found: right,
    predicted: answers.filter(({ got }) => got === type).length,
    expected: answers.filter(({ expected }) => expected === type).length,
    misses,
  };
}
