import { type ChildProcess, fork } from "node:child_process";
import type { CardContents } from "./card-contents.ts";
import type { CardAnswer, CardOrder } from "./card-process.ts";

/** A process that draws cards, from its start to its end. */
export type CardBench = {
  /** PNG bytes; rejects where a card cannot be drawn, or not in time, and when the bench ends. */
  readonly draw: (contents: CardContents) => Promise<Uint8Array>;
  readonly end: (reason: Error) => void;
};

/** What a bench is made with, and who hears of it. */
export type BenchForm = {
  readonly program: string;
  /** Nobody waits longer for a card. */
  readonly patienceMs: number;
  /** Nobody waits for a card any more. */
  readonly onIdle: () => void;
  /** It draws no more. */
  readonly onEnd: () => void;
};

type Order = {
  readonly askedAtMs: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
};

type Bench = {
  readonly form: BenchForm;
  readonly child: ChildProcess;
  readonly open: Map<number, Order>;
  answeredAtMs: number;
  count: number;
};

/** Starts a process; it keeps this one alive only while a card is awaited. */
export function startBench(form: BenchForm): CardBench {
  const child = fork(form.program, [], {
    // It needs no secret, and reads no setting.
    env: {},
    execArgv: FLAGS,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const bench: Bench = { form, child, open: new Map(), answeredAtMs: 0, count: 0 };
  child.on("message", (answer: CardAnswer) => hear(bench, answer));
  child.on("error", (error) => end(bench, error));
  child.on("exit", () => end(bench, new Error("the process that draws cards has ended")));
  return {
    draw: (contents) =>
      new Promise((resolve, reject) => order(bench, contents, { resolve, reject })),
    end: (reason) => end(bench, reason),
  };
}

/** V8 does not see the 3 MB of pixels behind each picture; a small nursery makes it let go of them often. */
const FLAGS = ["--max-semi-space-size=1", "--v8-pool-size=1", "--max-old-space-size=96"];

function order(
  bench: Bench,
  contents: CardContents,
  settling: Pick<Order, "resolve" | "reject">,
): void {
  const { child, form, open } = bench;
  bench.count += 1;
  const id = bench.count;
  const timer = setTimeout(giveUp, form.patienceMs, bench, id).unref();
  open.set(id, { ...settling, timer, askedAtMs: performance.now() });
  child.ref();
  child.channel?.ref();
  child.send({ id, contents } satisfies CardOrder);
}

function hear(bench: Bench, answer: CardAnswer): void {
  const { child, form, open } = bench;
  bench.answeredAtMs = performance.now();
  const asked = open.get(answer.id);
  open.delete(answer.id);
  clearTimeout(asked?.timer);
  if ("png" in answer) asked?.resolve(answer.png);
  else asked?.reject(new Error(`a card was not drawn: ${answer.fault}`));
  if (open.size > 0) return;
  child.unref();
  child.channel?.unref();
  form.onIdle();
}

/** One that answered nothing meanwhile will not; one that did has much to draw. */
function giveUp(bench: Bench, id: number): void {
  const late = bench.open.get(id);
  if (late === undefined) return;
  bench.open.delete(id);
  late.reject(new Error("a card was not drawn in time"));
  if (bench.answeredAtMs < late.askedAtMs)
    end(bench, new Error("the process that draws cards hangs"));
}

/** It holds nothing that is worth a farewell, and one that hangs would not hear it. */
function end({ form, child, open }: Bench, reason: Error): void {
  form.onEnd();
  for (const { timer, reject } of open.values()) {
    clearTimeout(timer);
    reject(reason);
  }
  open.clear();
  child.kill("SIGKILL");
}
