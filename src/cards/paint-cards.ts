import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { CardContents } from "./card-contents.ts";
import type { CardAnswer, CardOrder } from "./card-process.ts";

/**
 * Turns cards into PNG in a process of its own: nothing else waits for a picture, and all the memory that
 * fonts and pixels took is given back when it ends, which a thread was seen to do for half of it only.
 */
export type CardPainter = {
  /** PNG bytes, 1200 × 630. Rejects where a card cannot be drawn, and when the painter is closed. */
  readonly paint: (contents: CardContents) => Promise<Uint8Array>;
  readonly close: () => void;
};

type Open = {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
};

/** A process and the cards that it was asked for. */
type Bench = { readonly child: ChildProcess; readonly open: Map<number, Open> };

/**
 * Makes a painter. Its process starts with the first card, ends after `idleMs` without one or with this
 * process, and is replaced when it dies; it keeps this process alive only while a card is awaited.
 */
export function createCardPainter(idleMs: number = IDLE_MS): CardPainter {
  let bench: Bench | null = null;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  function close(): void {
    clearTimeout(idle);
    const ended = bench;
    bench = null;
    if (ended !== null) end(ended, new Error("the painter of cards was closed"));
  }

  function begin(): Bench {
    return startBench({
      onIdle: () => {
        idle = setTimeout(close, idleMs).unref();
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
        bench.child.ref();
        bench.child.channel?.ref();
        bench.child.send({ id: count, contents } satisfies CardOrder);
      }),
    close,
  };
}

/** It holds some 100 MB; cards come in bursts, after a change. */
const IDLE_MS = 60_000;

type Hear = { readonly onIdle: () => void; readonly onEnd: (ended: Bench) => void };

function startBench({ onIdle, onEnd }: Hear): Bench {
  const child = fork(join(import.meta.dirname, "card-process.ts"), [], {
    // It needs no secret, and reads no setting.
    env: {},
    execArgv: FLAGS,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const bench: Bench = { child, open: new Map() };
  child.on("message", (answer: CardAnswer) => {
    settle(bench, answer);
    if (bench.open.size > 0) return;
    child.unref();
    child.channel?.unref();
    onIdle();
  });
  const fail = (reason: unknown) => {
    onEnd(bench);
    end(bench, reason);
  };
  child.on("error", fail);
  child.on("exit", () => fail(new Error("the process that draws cards has ended")));
  return bench;
}

/** V8 does not see the 3 MB of pixels behind each picture; a small nursery makes it let go of them often. */
const FLAGS = ["--max-semi-space-size=1", "--v8-pool-size=1", "--max-old-space-size=96"];

function settle({ open }: Bench, answer: CardAnswer): void {
  const order = open.get(answer.id);
  open.delete(answer.id);
  if ("png" in answer) order?.resolve(answer.png);
  else order?.reject(new Error(`a card was not drawn: ${answer.fault}`));
}

function end({ child, open }: Bench, reason: unknown): void {
  for (const { reject } of open.values()) reject(reason);
  open.clear();
  child.kill();
}
