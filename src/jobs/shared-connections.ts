import type { Leases } from "../lib/lease.ts";
import type { Log } from "../lib/log.ts";
import type {
  ConnectionSharing,
  OwnConnection,
  SharedConnections,
} from "../platform/connection-sharing.ts";
import type { HeldLease, LeaseKeeper } from "./lease-keeper.ts";
import { inTurnOfNodes } from "./while-holding.ts";

/** What sharing connections takes. */
export type SharingDeps = {
  readonly keeper: LeaseKeeper;
  readonly leases: Leases;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

const BALANCE_EVERY_MS = 2_000;
const LOOK_EVERY_MS = 250;

/** Shares a platform's connections by leases: equal parts for all nodes that take part, and a dead node's for the others. */
export function createConnectionSharing(deps: SharingDeps, platform: string): ConnectionSharing {
  const prefix = `gateway/${platform}/`;
  const turns = new Map<number, Promise<void>>();
  return {
    async run(plan, signal) {
      const ended = new AbortController();
      const until = AbortSignal.any([signal, ended.signal]);
      const part = createPart(deps, prefix, plan, (error) => ended.abort(error));
      while (!until.aborted) {
        await part.balance(until).catch((err: unknown) => {
          deps.log.warn("connections not shared out", { platform, err });
        });
        await deps.sleep(BALANCE_EVERY_MS, until);
      }
      await part.leave();
      if (ended.signal.aborted) throw ended.signal.reason;
    },
    async turn(key, ms, signal) {
      // A lease is given again to who has it: those of this node wait for each other here.
      const before = turns.get(key) ?? Promise.resolve();
      const mine = Promise.withResolvers<void>();
      turns.set(key, mine.promise);
      await before;
      const name = `${prefix}identify/${key}`;
      const begun = takeTurn(deps, name, ms, signal);
      void begun.over.finally(() => mine.resolve());
      await begun.taken;
    },
  };
}

/** Holds a lease from when it is taken for so long. */
function takeTurn(
  { keeper, sleep }: SharingDeps,
  name: string,
  ms: number,
  signal: AbortSignal,
): { readonly taken: Promise<void>; readonly over: Promise<void> } {
  const taken = Promise.withResolvers<void>();
  const hold = async (): Promise<void> => {
    while (!signal.aborted) {
      const [held] = await keeper.take([name]).catch((): readonly HeldLease[] => []);
      if (held === undefined) {
        await sleep(LOOK_EVERY_MS, signal);
        continue;
      }
      taken.resolve();
      await sleep(ms, new AbortController().signal);
      return keeper.giveBack([held]);
    }
    taken.reject(signal.reason);
  };
  return { taken: taken.promise, over: hold() };
}

type Running = {
  readonly held: HeldLease;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
};

type Part = {
  /** Takes what is free up to this node's share, and leaves what is beyond it. */
  balance(signal: AbortSignal): Promise<void>;
  leave(): Promise<void>;
};

/** This node's part of the connections. */
function createPart(
  deps: SharingDeps,
  prefix: string,
  plan: SharedConnections,
  onError: (error: unknown) => void,
): Part {
  const work = createRunning(deps, plan, onError);
  let agreed: Agreed | null = null;
  return {
    async balance(signal) {
      await work.end((held) => !held.isHeld());
      agreed = await agree(deps, prefix, plan.count, { before: agreed, signal });
      if (agreed === null) return;
      const { count } = agreed;
      const all = await deps.leases.held(prefix);
      const nodes = all.filter(({ name }) => name.startsWith(`${prefix}node/`)).length;
      const share = Math.ceil(count / Math.max(1, nodes));
      await work.end((_, place) => place >= share);
      const taken = new Set(all.map(({ name }) => name));
      const free = numbersTo(count).filter((number) => !taken.has(nameOf(prefix, count, number)));
      const wanted = free.slice(0, Math.max(0, share - work.size()));
      const names = wanted.map((number) => nameOf(prefix, count, number));
      for (const held of await deps.keeper.take(names)) work.begin(held, count);
      plan.onChange(work.size());
    },
    async leave() {
      await work.end(() => true);
      if (agreed !== null) await deps.keeper.giveBack([agreed.node]);
    },
  };
}

/** The connections that are open here, those that came first before others. */
function createRunning(
  { keeper }: SharingDeps,
  plan: SharedConnections,
  onError: (error: unknown) => void,
) {
  let running: readonly Running[] = [];
  return {
    size: () => running.length,
    begin(held: HeldLease, count: number): void {
      const stop = new AbortController();
      const own: OwnConnection = {
        number: Number(held.name.split("/").at(-1)),
        count,
        signal: AbortSignal.any([stop.signal, held.signal]),
        isOurs: () => held.isHeld(),
      };
      running = [...running, { held, stop, ended: plan.work(own).catch(onError) }];
    },
    /** Ends some of them, and gives them back only then. */
    async end(which: (held: HeldLease, place: number) => boolean): Promise<void> {
      const ending = running.filter(({ held }, place) => which(held, place));
      running = running.filter((one) => !ending.includes(one));
      for (const { stop } of ending) stop.abort();
      await Promise.all(ending.map(({ ended }) => ended));
      await keeper.giveBack(ending.map(({ held }) => held));
    },
  };
}

const nameOf = (prefix: string, count: number, number: number): string =>
  `${prefix}of-${count}/${number}`;

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** How many connections there are, and the lease by which others know that this node goes by it. */
type Agreed = { readonly count: number; readonly node: HeldLease };

/** All go by one count: that of those who are there, or else one's own. Null when it was not to be found out. */
async function agree(
  deps: SharingDeps,
  prefix: string,
  wished: number,
  { before, signal }: { before: Agreed | null; signal: AbortSignal },
): Promise<Agreed | null> {
  if (before !== null && before.node.isHeld()) return before;
  const { keeper, leases } = deps;
  let agreed: Agreed | null = null;
  await inTurnOfNodes(deps, `${prefix}agreeing`, signal, async () => {
    const others = await leases.held(`${prefix}node/`);
    const count = Number(others[0]?.name.slice(`${prefix}node/`.length).split("/")[0] ?? wished);
    const [node] = await keeper.take([`${prefix}node/${count}/${keeper.holder}`]);
    if (node !== undefined) agreed = { count, node };
  });
  return agreed;
}
