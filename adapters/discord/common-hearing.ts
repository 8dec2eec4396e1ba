import type { Hearing, TellHearing } from "../../src/platform/hearing.ts";

/** How listening stands over the shards of one node. */
export type CommonHearing = {
  /** For what one shard tells. */
  of(shard: number): TellHearing;
  /** A shard went to another node. */
  leave(shard: number): void;
  /** How many shards are here. */
  expect(here: number): void;
};

/** Tells trouble of any shard; that all is well once all that are here hear, or when other nodes have them all. */
export function createCommonHearing(tell: TellHearing): CommonHearing {
  const heard = new Map<number, Hearing>();
  let here = 0;
  const say = (): void => {
    const trouble = [...heard.values()].find(({ kind }) => kind !== "hearing");
    if (trouble !== undefined) tell(trouble);
    else if (here === 0) tell({ kind: "hearing", by: "another-node" });
    else if (heard.size >= here) tell({ kind: "hearing", by: "gateway" });
  };
  return {
    of: (shard) => (hearing) => {
      heard.set(shard, hearing);
      say();
    },
    leave(shard) {
      heard.delete(shard);
    },
    expect(count) {
      if (count === here && count > 0) return;
      here = count;
      say();
    },
  };
}
