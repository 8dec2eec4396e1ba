import type { ModelStanding, OperatorDesk } from "../../commands/desk.ts";
import type { Store } from "../../store/store.ts";

/** Tells how the language model does. */
export type TellModel = (now: Date) => Promise<ModelStanding | null>;

/** Answers operators from the store. */
export const createOperatorDesk = (
  store: Store,
  startedAt: Date,
  tellModel: TellModel = () => Promise.resolve(null),
): OperatorDesk => ({
  startedAt,
  articles: () => store.articles.count(),
  waiting: (now) => store.outbox.waiting(now),
  model: tellModel,
});
