import type { ArticleId } from "../../articles/article.ts";
import type { DispatchEvent } from "../../deliveries/dispatch-event.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Log } from "../../lib/log.ts";
import type { MessageArticles } from "../metrics/message-articles.ts";

/** What following deliveries takes. */
export type TrailDeps = {
  readonly articlesOf: MessageArticles;
  readonly clock: Clock;
  readonly log: Log;
  /** Hears of each alert that was sent. */
  readonly onAlert: OnAlert;
};

/** Hears that a platform took an alert that cites some articles. */
export type OnAlert = (platform: string, articles: readonly ArticleId[], at: Date) => void;

/** Logs what becomes of deliveries, each with the articles that it cites, so that news is found from feed to chat. */
export function createDeliveryTrail(deps: TrailDeps): (event: DispatchEvent) => void {
  const { clock, log } = deps;
  return (event) => {
    if (event.kind === "settled" && event.status !== "due") void follow(deps, event, clock.now());
    else log.debug("delivery", event);
  };
}

async function follow(
  { articlesOf, log, onAlert }: TrailDeps,
  event: Extract<DispatchEvent, { kind: "settled" }>,
  at: Date,
): Promise<void> {
  const { kind: _, ...fields } = event;
  const articles = await articlesOf(event.message);
  log.info("delivery", { ...fields, articles });
  if (event.delivery === "alert" && event.status === "sent") onAlert(event.platform, articles, at);
}
