import { createHash } from "node:crypto";
import type { ArticleId } from "./article.ts";

/**
 * The id of the article at a canonical URL: the same for a corrected title, date or guid, and for
 * http or https, with or without `www.` or a slash at the end. `entry` tells apart the entries of one
 * page, such as a live blog's, by what stays the same of each.
 */
export function articleIdOf(canonicalUrl: string, entry = ""): ArticleId {
  const place = canonicalUrl.replace(/^https?:\/\/(www\.)?/, "").replace(/\/(?=\?|$)/, "");
  const name = entry === "" ? place : `${place}\n${entry}`;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is where ids are made
  return createHash("sha256").update(name).digest("base64url").slice(0, ID_LENGTH) as ArticleId;
}

/** 96 bits: two of a billion articles share an id with a chance below one in ten billion. */
const ID_LENGTH = 16;
