import { type RawBuilder, sql } from "kysely";
import type { ArticleRow } from "./tables.ts";

/** The revision of `articles` that an index of words is to hold; below zero for one that has lost its texts. */
export const WANTED_REVISION: RawBuilder<number> = sql<number>`(case when articles.pruned_at is null
  then articles.revision else -articles.revision end)`;

/** The same of one row. */
export const wantedRevision = ({
  pruned_at,
  revision,
}: Pick<ArticleRow, "pruned_at" | "revision">): number =>
  pruned_at === null ? revision : -revision;
