import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { alignColumns } from "../table.ts";
import type { SetName } from "./case.ts";
import type { Faithfulness } from "./faithfulness.ts";
import { type JudgedSentence, scoresOf, type Share } from "./judge.ts";

const COLUMNS: readonly (Language | "all")[] = [...LANGUAGES, "all"];

/** Lies caught by kind, and honest sentences dropped, by language. */
export function setTable(name: SetName, sentences: readonly JudgedSentence[]): string {
  const scores = COLUMNS.map((column) =>
    scoresOf(sentences.filter(({ lang }) => column === "all" || lang === column)),
  );
  const kinds = [...(scores[0]?.caught.keys() ?? [])];
  const rows = [
    [name, ...COLUMNS],
    ...kinds.map((kind) => [
      kind === "all" ? "lies caught" : kind,
      ...scores.map(({ caught }) => cell(caught.get(kind))),
    ]),
    ["honest dropped", ...scores.map(({ dropped }) => cell(dropped))],
  ];
  return `${alignColumns(rows)}\n\nhonest sentences dropped for\n${reasonLines(sentences)}`;
}

const cell = (share: Share | undefined): string =>
  share === undefined || share.of === 0
    ? "–"
    : `${share.count}/${share.of} ${percent(share.count / share.of)}`.padStart(14);

const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)}%`;

/** What honest sentences were found at fault for, most often first. */
function reasonLines(sentences: readonly JudgedSentence[]): string {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, lang, verdict } of sentences) {
    if (kind !== "honest" || verdict.kind === "supported") continue;
    for (const about of new Set(verdict.faults.map((fault) => fault.about))) {
      const row = counts.get(about) ?? new Map<string, number>();
      for (const column of [lang, "all"]) row.set(column, (row.get(column) ?? 0) + 1);
      counts.set(about, row);
    }
  }
  const rows = [...counts]
    .toSorted(([, a], [, b]) => (b.get("all") ?? 0) - (a.get("all") ?? 0))
    .map(([about, row]) => [about, ...COLUMNS.map((column) => String(row.get(column) ?? 0))]);
  return alignColumns([["", ...COLUMNS], ...rows]);
}

/** Every sentence that was judged wrongly. */
export const mistakeLines = (sentences: readonly JudgedSentence[]): string =>
  sentences
    .filter(({ kind, verdict }) => (kind === "honest") !== (verdict.kind === "supported"))
    .map(
      ({ at, lang, kind, claims, text, verdict }) =>
        `${kind}\t${lang} ${at} ${claims.join("; ")}\n  ${text}${faultsIn(verdict)}`,
    )
    .join("\n");

const faultsIn = (verdict: JudgedSentence["verdict"]): string =>
  verdict.kind === "supported"
    ? ""
    : `\n  ${verdict.faults.map(({ about, words }) => `${about} (${words.join(", ")})`).join("; ")}`;

/** What got through of a lying model's words. */
export function faithfulnessLines({
  told,
  lies,
  planted,
  narrated,
  digests,
}: Faithfulness): string {
  const supported = told - lies.length;
  return [
    `A model that changes half of its sentences wrote of ${digests} digests; ${narrated} went out with its words.`,
    `${planted} changes made, ${lies.length} told: ${supported} of ${told} sentences told are supported (${percent(told === 0 ? 1 : supported / told).trim()}).`,
  ].join("\n");
}
