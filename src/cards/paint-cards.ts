import { Worker } from "node:worker_threads";
import type { CardContents } from "./card-contents.ts";
import type { CardAnswer, CardOrder } from "./card-worker.ts";

/** Turns cards into PNG on a thread of its own, so that nothing else waits for a picture. */
export type CardPainter = {
  /** PNG bytes, 1200 × 630. Rejects where a card cannot be drawn, and when the painter is closed. */
  readonly paint: (contents: CardContents) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

type Open = {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
};

/** A thread and the cards that it was asked for. */
type Bench = { readonly worker: Worker; readonly open: Map<number, Open> };

/**
 * Makes a painter. Its thread starts with the first card, ends after `idleMs` without one, and is replaced
 * when it dies; it keeps no process alive while it has nothing to draw.
 */
export function createCardPainter(idleMs: number = IDLE_MS): CardPainter {
  let bench: Bench | null = null;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  async function close(): Promise<void> {
    clearTimeout(idle);
    const ended = bench;
    bench = null;
    if (ended !== null) await end(ended, new Error("the painter of cards was closed"));
  }

  function begin(): Bench {
    return startBench({
      onIdle: () => {
        idle = setTimeout(() => void close(), idleMs).unref();
      },
      onEnd: (ended) => {
        if (bench === ended) bench = null;
      },
    });
  }

  return {
    paint: (contents) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        bench ??= begin();
        count += 1;
        bench.open.set(count, { resolve, reject });
        bench.worker.ref();
        bench.worker.postMessage({ id: count, contents } satisfies CardOrder, []);
      }),
    close,
  };
}

/** A thread with its fonts holds tens of MB; cards come in bursts, after a change. */
const IDLE_MS = 60_000;

type Hear = { readonly onIdle: () => void; readonly onEnd: (ended: Bench) => void };

function startBench({ onIdle, onEnd }: Hear): Bench {
  const worker = new Worker(new URL("./card-worker.ts", import.meta.url));
  const bench: Bench = { worker, open: new Map() };
  worker.on("message", (answer: CardAnswer) => {
    settle(bench, answer);
    if (bench.open.size > 0) return;
    worker.unref();
    onIdle();
  });
  worker.on("error", (error) => {
    onEnd(bench);
    void end(bench, error);
  });
  worker.on("exit", () => {
    onEnd(bench);
    void end(bench, new Error("the thread that draws cards has ended"));
  });
  return bench;
}

function settle({ open }: Bench, answer: CardAnswer): void {
  const order = open.get(answer.id);
  open.delete(answer.id);
  if ("png" in answer) order?.resolve(answer.png);
  else order?.reject(new Error(`a card was not drawn: ${answer.fault}`));
}

async function end({ worker, open }: Bench, reason: unknown): Promise<void> {
  for (const { reject } of open.values()) reject(reason);
  open.clear();
  await worker.terminate();
}
