import type { ArticleId } from "../articles/article.ts";
import type { Tier } from "../config/dossier.ts";
import type { Extraction } from "../facts/fact.ts";
import type { Language } from "../lib/language.ts";
import type { Span } from "../lib/span.ts";

/** Whose publication an article is, and how far its word goes. */
export type SourceStanding = {
  /** The name readers know it by. */
  readonly name: string;
  /** Sources of one owner are one voice. */
  readonly owner: string;
  readonly tier: Tier;
  /** Code of the actor it speaks for, or null. */
  readonly side: string | null;
  /** Whether the dossier lists it; nothing vouches for a source it does not. */
  readonly known: boolean;
};

/**
 * One article as the assessment takes it in: what it says, who published it, whose report it carries. Of one about
 * something else, whose extraction is not `relevant`, it is only told when, by whom and in which language it was
 * published: its address and title are empty.
 */
export type Report = {
  readonly articleId: ArticleId;
  readonly url: string;
  readonly title: string;
  readonly lang: Language;
  readonly published: Date;
  /** When it came to us; absent where it came by no feed and is kept nowhere. */
  readonly fetchedAt?: Date;
  readonly source: SourceStanding;
  /** Id of its story's original, see `originalOf`; articles of one story are one source. */
  readonly storyId: ArticleId;
  /** Owner of the original's source: the voice behind every copy. */
  readonly origin: string;
  readonly extraction: Extraction;
  /** The words at a span of the article's text. */
  readonly quote: (span: Span) => string;
};

/** Where a claim was read: the report and the very words. */
export type Citation = { readonly report: Report; readonly evidence: Span };
