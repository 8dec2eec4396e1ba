import type { OperatorDesk } from "../../commands/desk.ts";
import type { Store } from "../../store/store.ts";

/** Answers operators from the store. */
export const createOperatorDesk = (store: Store, startedAt: Date): OperatorDesk => ({
  startedAt,
  articles: () => store.articles.count(),
  waiting: (now) => store.outbox.waiting(now),
});
