import { askParley } from "../core.ts";
import { alignColumns, missLines } from "../table.ts";
import { scoresOf, type Tally } from "../tally.ts";
import { readArabicEvents, scoreArabicEvents } from "./arabic-events.ts";
import { readCodeLines, type CodeItem } from "./code-lines.ts";
import { readPublic } from "./data.ts";
import { readDateLines, scoreDates, type DatedText } from "./date-lines.ts";
import { readParstdex } from "./parstdex.ts";
import { readPloverSet, scorePlover } from "./plover-gsr.ts";
import { readRecognizers, RECOGNIZER_FILES } from "./recognizers-ar.ts";

/** What one public set says of the core, as text to print. */
export type PublicReport = { readonly text: string; readonly misses: string };

/** Scores the core on every public set that lies beside the repository. */
export function publicReports(): PublicReport[] {
  return [onPlover(), onArabicEvents(), onPersianDates(), onArabicDates()].filter(
    (report) => report !== null,
  );
}

function onPlover(): PublicReport | null {
  const file = readPublic("plover-gsr.txt");
  if (file === null) return null;
  const sentences = readPloverSet(file);
  const coded = code(sentences.map(({ item }) => item));
  if (typeof coded === "string") return { text: `PLOVER records: ${coded}`, misses: "" };
  const { byType, macroF1 } = scorePlover(sentences, coded);
  const rows = [...byType].map(([type, tally]) => [type, ...figures(tally)]);
  const title = `PLOVER records (en), ${sentences.length} relations: macro-F1 ${macroF1.toFixed(3)}`;
  return {
    text: `${title}\n${alignColumns(rows)}`,
    misses: missLines(Object.fromEntries(byType)),
  };
}

function onArabicEvents(): PublicReport | null {
  const files = ["assault", "protest"].map((name) =>
    readPublic(`arabic-event-gsr/${name}_gsr.csv`),
  );
  const sentences = files.flatMap((file) => (file === null ? [] : readArabicEvents(file)));
  if (sentences.length === 0) return null;
  const coded = code(sentences.map(({ item }) => item));
  if (typeof coded === "string") return { text: `Arabic events: ${coded}`, misses: "" };
  const hard = sentences.filter(({ hard: isHard, present }) => isHard || present);
  const tallies = Object.entries(Object.groupBy(hard, ({ type }) => type)).map(
    ([type, own = []]) => [type, scoreArabicEvents(own, coded)] as const,
  );
  const rows = tallies.map(([type, tally]) => [type, ...figures(tally)]);
  const title = `Arabic events against hard negatives, ${hard.length} sentences`;
  return {
    text: `${title}\n${alignColumns(rows)}`,
    misses: missLines(Object.fromEntries(tallies)),
  };
}

function onPersianDates(): PublicReport | null {
  const file = readPublic("parstdex-tests.json");
  return file === null ? null : onDates("Parstdex (fa)", readParstdex(file));
}

function onArabicDates(): PublicReport | null {
  const texts = RECOGNIZER_FILES.flatMap((name) => {
    const file = readPublic(`recognizers-ar/${name}`);
    return file === null ? [] : readRecognizers(name, file);
  });
  return texts.length === 0 ? null : onDates("Recognizers (ar)", texts);
}

function onDates(name: string, texts: readonly DatedText[]): PublicReport {
  const answer = askParley(
    ["dates"],
    texts.map(({ item }) => item),
  );
  if (answer.kind === "failed") return { text: `${name}: ${answer.reason}`, misses: "" };
  const found = readDateLines(answer.text);
  const exact = scoreDates(texts, found, true);
  const rows = [
    ["same span", ...figures(exact)],
    ["half shared", ...figures(scoreDates(texts, found, false))],
  ];
  return {
    text: `${name}, ${texts.length} texts\n${alignColumns(rows)}`,
    misses: missLines({ [name]: exact }),
  };
}

function code(items: readonly CodeItem[]): ReadonlyMap<string, string | null> | string {
  const answer = askParley(["code"], items);
  return answer.kind === "printed" ? readCodeLines(answer.text) : answer.reason;
}

function figures(tally: Tally): string[] {
  const { precision, recall, f1 } = scoresOf(tally);
  return [
    `P ${precision.toFixed(3)}`,
    `R ${recall.toFixed(3)}`,
    `F1 ${f1.toFixed(3)}`,
    `of ${tally.expected}`,
  ];
}
