import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const Floor = z.record(z.string(), z.number().min(0).max(1));

/** The least that each figure may be, by name, as measured before. */
export type Floor = z.output<typeof Floor>;

/** Where the floor lies. */
export const FLOOR = new URL("floor.json", import.meta.url);

/** How much a figure may drop before it counts as a drop: less than one article in a thousand. */
const SLACK = 0.0005;

/** Reads the floor. */
export function readFloor(path: string | URL): Floor {
  return Floor.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Writes `figures` as the new floor, rounded down to four places. */
export function writeFloor(path: string | URL, figures: Floor): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.floor(value * 10_000) / 10_000]),
  );
  writeFileSync(path, `${JSON.stringify(rounded, null, 2)}\n`);
}

/** One line for each figure that has dropped below the floor or is no longer measured. */
export function dropsBelow(floor: Floor, figures: Floor): string[] {
  return Object.entries(floor).flatMap(([name, least]) => {
    const now = figures[name];
    if (now === undefined) return [`${name} is no longer measured (was ${least})`];
    return now < least - SLACK ? [`${name} dropped to ${now.toFixed(4)} from ${least}`] : [];
  });
}
