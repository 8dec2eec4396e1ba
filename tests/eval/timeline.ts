import { loadCore } from "../../src/app/core.ts";
import { readReports } from "../../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../../src/app/tell.ts";
import type { Article, ArticleId } from "../../src/articles/article.ts";
import { detectLanguage } from "../../src/articles/language.ts";
import type { Digest } from "../../src/digest/digest.ts";
import { scoreCheckpoint, type Checkpoint } from "./checkpoints.ts";
import { textOf, type CorpusItem } from "./corpus.ts";
import { alignColumns } from "./table.ts";
import { sum, type Tally } from "./tally.ts";

/** Takes the digest at each checkpoint, once every item is read, and scores what it says. */
export function scoreTimeline(
  talks: string,
  checkpoints: readonly Checkpoint[],
  items: readonly CorpusItem[],
): { readonly text: string; readonly tally: Tally } {
  const core = loadCore(talks);
  const log = core.openLog();
  for (const report of readReports(core, items.map(toArticle))) log.add(report);

  const results = checkpoints.map((checkpoint) => {
    const digest = digestAt(core, log, new Date(checkpoint.at), { since: null, feeds: NO_FEEDS });
    return { checkpoint, digest, tally: tallyOf(checkpoint, digest) };
  });
  const rows = results.map(({ checkpoint, digest, tally }) => [
    checkpoint.at.slice(0, 16),
    checkpoint.id,
    `${digest.phase ?? "none"}${digest.contested ? ", contested" : ""}`,
    `${tally.found}/${tally.expected}`,
  ]);
  const tally = sum(results.map((result) => result.tally));
  const total = `${tally.found} of ${tally.expected} demands of ${checkpoints.length} checkpoints met`;
  return { text: `${alignColumns(rows)}\n${total}`, tally };
}

function tallyOf(checkpoint: Checkpoint, digest: Digest): Tally {
  const { asked, misses } = scoreCheckpoint(checkpoint, digest);
  const met = asked - misses.length;
  return { right: met, predicted: asked, found: met, expected: asked, misses };
}

/** An item of the corpus as the core reads it. */
export function toArticle(item: CorpusItem): Article {
  const { id, published, lang = detectLanguage(textOf(item), null), ...rest } = item;
  if (lang === null) throw new Error(`${id} is in no language that is read`);
  const { url, source, title, summary, body } = rest;
  return {
    id: id as ArticleId,
    published: new Date(published),
    lang,
    url,
    source,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(body === undefined ? {} : { body }),
  };
}
