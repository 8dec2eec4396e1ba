/** More slips than this make another word. */
const MOST_SLIPS = 3;
const LONGEST = 100;

/** The known name that a name is most likely a misspelling of; null where none is near. */
export function closestName(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST) return null;
  const near = known
    .map((each) => ({ each, slips: slipsBetween(name, each) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.each ?? null;
}

/** Levenshtein distance: letters added, left out or changed (Levenshtein 1966). */
function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const changed = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
