import type { Report } from "./score.ts";
import { scoresOf } from "./tally.ts";

const percent = (share: number): string => (share * 100).toFixed(1);

/** A table of every scorer, with precision, recall and F1 in each column's set. */
export function reportTable(reports: ReadonlyMap<string, Report>): string {
  const names = Object.keys(reports.values().next().value ?? {});
  const header = ["", ...[...reports.keys()].map((set) => `${set}  P / R / F1`), "labels"];
  const rows = names.map((name) => [
    name,
    ...[...reports.values()].map((report) => cellOf(report, name)),
    String([...reports.values()].at(-1)?.[name]?.expected ?? 0),
  ]);
  return alignColumns([header, ...rows]);
}

function cellOf(report: Report, name: string): string {
  const tally = report[name];
  if (tally === undefined || tally.expected + tally.predicted === 0) return "–";
  const { precision, recall, f1 } = scoresOf(tally);
  return [precision, recall, f1].map((share) => percent(share).padStart(5)).join(" ");
}

/** Rows in columns that line up, first column to the left, the others to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Every miss of a report, one a line: scorer, article, what was expected and what came. */
export function missLines(report: Report): string {
  return Object.entries(report)
    .flatMap(([name, { misses }]) =>
      misses.map(
        ({ id, expected, got }) =>
          `${name}\t${id}\n  expected  ${expected ?? "nothing"}\n  got       ${got ?? "nothing"}`,
      ),
    )
    .join("\n");
}
