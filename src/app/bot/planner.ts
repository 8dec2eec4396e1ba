import { briefDue } from "../../deliveries/brief-due.ts";
import { prepareBriefings } from "../../deliveries/narrate-due.ts";
import { noticeChanges } from "../../deliveries/notice-changes.ts";
import { planRounds } from "../../deliveries/plan-rounds.ts";
import type { PlanningDeps, PlanningStore } from "../../deliveries/planning.ts";
import { tellOccasions } from "../../deliveries/tell-occasions.ts";
import type { Clock } from "../../lib/clock.ts";

/** Owes what is to be told, one pass after the other. */
export type Planner = {
  /** After news: what changed is told, by way of another store where the planner's own will not do. */
  news(store?: PlanningStore): Promise<void>;
  /** Each minute: briefings, moments of rounds, and whatever was left unfinished. */
  minute(): Promise<void>;
};

/** What a planner needs; `wake` tells those who send that something is owed. */
export type PlannerDeps = PlanningDeps & { readonly clock: Clock; readonly wake: () => void };

/** A planner over the store. */
export function createPlanner(deps: PlannerDeps): Planner {
  let last: Promise<void> = Promise.resolve();

  const pass = (steps: readonly Step[], store = deps.store): Promise<void> => {
    last = take({ ...deps, store }, last, steps);
    return last;
  };

  return {
    news: (store) => pass([noticeChanges, tellOccasions], store),
    minute: async () => {
      if (deps.narrator === null || deps.narrator === undefined)
        return pass([planRounds, briefDue, tellOccasions]);
      // News and rounds do not wait for a model.
      const preparing = prepareBriefings(deps, deps.clock.now());
      await pass([planRounds, tellOccasions]);
      await preparing;
      return pass([briefDue, tellOccasions]);
    },
  };
}

type Step = (deps: PlanningDeps, now: Date) => Promise<void>;

/** A step that fails leaves its work in the store, for the next pass; the other steps go on. */
async function take(
  deps: PlannerDeps,
  before: Promise<void>,
  steps: readonly Step[],
): Promise<void> {
  await before;
  for (const step of steps)
    try {
      await step(deps, deps.clock.now());
    } catch (error) {
      deps.log.error("planning failed", { step: step.name, err: error });
    }
  deps.wake();
}
