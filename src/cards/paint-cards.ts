import { join } from "node:path";
import { type CardBench, startBench } from "./card-bench.ts";
import type { CardContents } from "./card-contents.ts";

/**
 * Turns cards into PNG in a process of its own: nothing else waits for a picture, and all the memory that
 * fonts and pixels took is given back when it ends, which a thread was seen to do for half of it only.
 */
export type CardPainter = {
  /**
   * PNG bytes, 1200 × 630. Rejects where a card cannot be drawn, where it takes too long, and when the painter
   * is closed.
   */
  readonly paint: (contents: CardContents) => Promise<Uint8Array>;
  readonly close: () => void;
};

/** How a painter works, where it is not as usual. */
export type PainterOptions = {
  /** Its process ends after so long without a card. */
  readonly idleMs?: number;
  /** Nobody waits longer for a card. */
  readonly patienceMs?: number;
  /** What the process runs. */
  readonly program?: string;
};

/**
 * Makes a painter. Its process starts with the first card, ends after `idleMs` without one or with this
 * process, and is replaced when it dies or no longer answers.
 */
export function createCardPainter(options: PainterOptions = {}): CardPainter {
  const { idleMs = IDLE_MS, patienceMs = PATIENCE_MS, program = PROGRAM } = options;
  let bench: CardBench | null = null;
  let idle: NodeJS.Timeout | undefined;

  const close = (): void => bench?.end(new Error("the painter of cards was closed"));

  function begin(): CardBench {
    const begun = startBench({
      program,
      patienceMs,
      onIdle: () => {
        if (bench !== begun) return;
        clearTimeout(idle);
        idle = setTimeout(close, idleMs).unref();
      },
      onEnd: () => {
        if (bench === begun) bench = null;
      },
    });
    return begun;
  }

  return {
    paint: (contents) => {
      clearTimeout(idle);
      bench ??= begin();
      return bench.draw(contents);
    },
    close,
  };
}

/** It holds some 100 MB; cards come in bursts, after a change. */
const IDLE_MS = 60_000;
/** The first card takes most of a second; on a machine that is busy, several. */
const PATIENCE_MS = 10_000;
const PROGRAM = join(import.meta.dirname, "card-process.ts");
