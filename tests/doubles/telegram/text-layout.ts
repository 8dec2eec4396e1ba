import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Breaks text into lines of at most so many terminal columns, at blanks where there are any. */
export const wrap = (text: string, columns: number): string[] =>
  wrapAnsi(text, Math.max(columns, 1), { hard: true, trim: true }).split("\n");

/** Puts text behind a mark, its further lines under the first. */
export function hang(mark: string, lines: readonly string[]): string[] {
  const space = " ".repeat(stringWidth(mark));
  return lines.map((line, index) => `${index === 0 ? mark : space}${line}`.trimEnd());
}

const pad = (text: string, columns: number) => text + " ".repeat(columns - stringWidth(text));

/** Lays rows out in columns; when they are too wide, each row becomes lines of "name: cell". */
export function layTable(
  rows: readonly (readonly string[])[],
  hasHead: boolean,
  columns: number,
): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[index] ?? ""))),
  );
  const total = widths.reduce((sum, width) => sum + width + 3, -3);
  if (total > columns) return stackTable(rows, hasHead, columns);
  const lines = rows.map((row) =>
    widths
      .map((width, index) => pad(row[index] ?? "", width))
      .join(" \u2502 ")
      .trimEnd(),
  );
  if (hasHead) {
    lines.splice(1, 0, widths.map((width) => "\u2500".repeat(width)).join("\u2500\u253c\u2500"));
  }
  return lines;
}

function stackTable(
  rows: readonly (readonly string[])[],
  hasHead: boolean,
  columns: number,
): string[] {
  const [head = []] = hasHead ? rows : [];
  return rows.slice(hasHead ? 1 : 0).flatMap((row) => {
    const [first = "", ...rest] = row;
    const cells = rest.map((cell, index) => {
      const name = head[index + 1] ?? "";
      return name === "" ? cell : `${name}: ${cell}`;
    });
    return [
      ...wrap(first, columns),
      ...cells
        .filter((cell) => cell.trim() !== "")
        .flatMap((cell) => hang("  ", wrap(cell, columns - 2))),
    ];
  });
}
