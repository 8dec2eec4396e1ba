import type { ArticleId } from "../../articles/article.ts";
import { traceOf } from "../../articles/article-trace.ts";
import type { MessageId } from "../../deliveries/delivery.ts";
import type { Outbox } from "../../deliveries/outbox.ts";
import { spansOf } from "../../messages/block-spans.ts";
import type { Message } from "../../messages/message.ts";

/** Gives the articles that a message cites, by their traces; none when the message is gone. */
export type MessageArticles = (id: MessageId) => Promise<readonly ArticleId[]>;

const MOST_MESSAGES = 500;

/** Looks each message up once, however many it is sent to, while it is among the latest. */
export function createMessageArticles(outbox: Pick<Outbox, "message">): MessageArticles {
  const known = new Map<MessageId, Promise<readonly ArticleId[]>>();
  return (id) => {
    const found = known.get(id) ?? lookUp(outbox, id);
    known.set(id, found);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size > MOST_MESSAGES) known.delete(oldest);
    return found;
  };
}

/** What is not known goes unnamed in the log; nothing else is lost. */
const lookUp = (outbox: Pick<Outbox, "message">, id: MessageId): Promise<readonly ArticleId[]> =>
  outbox.message(id).then(
    (found) => (found === null ? [] : articlesOf(found.message)),
    () => [],
  );

const articlesOf = ({ blocks }: Message): readonly ArticleId[] => [
  ...new Set(
    blocks
      .flatMap(spansOf)
      .flatMap((span) =>
        span.kind === "citation" || span.kind === "link" ? [traceOf(span.url)] : [],
      ),
  ),
];
