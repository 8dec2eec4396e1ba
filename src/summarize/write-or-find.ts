import type { Narration } from "../digest/narration.ts";
import type { Written } from "./narrate.ts";
import type { NarrationCache } from "./narration-cache.ts";
import type { WritingTurns } from "./writing-turns.ts";

/** What finding before writing takes. */
export type FindingDeps = {
  readonly cache: NarrationCache;
  readonly turns: WritingTurns;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** How often it is looked for what another writes. */
const LOOK_MS = 500;

/**
 * What was written under a key, by whomever; else has it written and keeps it. While another writes it, it is
 * waited for; should he be gone, his turn is taken.
 */
export async function writeOrFind(
  { cache, turns, sleep }: FindingDeps,
  key: string,
  write: () => Promise<Written<Narration>>,
  signal: AbortSignal,
): Promise<Written<Narration>> {
  while (!signal.aborted) {
    const kept = await cache.find(key);
    if (kept !== null) return { kind: "written", value: kept };
    const turn = await turns.take(key);
    if (turn.kind === "nothing") return turn;
    if (turn.kind === "own") return writeInTurn(cache, key, write, turn);
    await sleep(LOOK_MS, signal);
  }
  return { kind: "nothing", reason: "late" };
}

async function writeInTurn(
  cache: NarrationCache,
  key: string,
  write: () => Promise<Written<Narration>>,
  { end }: { readonly end: (outcome: "written" | Reason) => Promise<void> },
): Promise<Written<Narration>> {
  let outcome: "written" | Reason = "bug";
  try {
    const written = await foundOrWritten(cache, key, write);
    outcome = written.kind === "written" ? "written" : written.reason;
    return written;
  } finally {
    await end(outcome);
  }
}

type Reason = Extract<Written<never>, { kind: "nothing" }>["reason"];

/** Whoever had the turn before may have kept it since it was looked for. */
async function foundOrWritten(
  cache: NarrationCache,
  key: string,
  write: () => Promise<Written<Narration>>,
): Promise<Written<Narration>> {
  const kept = await cache.find(key);
  if (kept !== null) return { kind: "written", value: kept };
  const written = await write();
  if (written.kind === "written") await cache.keep(key, written.value);
  return written;
}
