import type { Language } from "../lib/language.ts";
import type { Block, Span } from "../messages/message.ts";
import type { Localized } from "./command-form.ts";

/** A part of a page, under a heading of its own. */
export type PageSection = {
  /** Fit to be a fragment of an address: `positions`. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
};

/** A source that a page cites, with the very sentences. */
export type PageSource = {
  /** Counts from 1 in the order in which the page cites. */
  readonly n: number;
  readonly url: string;
  /** Who published it, of what kind, when, under which headline; in the reader's language. */
  readonly line: readonly Span[];
  /** As published. */
  readonly sentences: readonly string[];
  /** Language of the sentences, which sets their direction. */
  readonly lang: Language;
};

/** Where talks stand, as a page shows it; the same blocks as chats are sent. */
export type PageContent = {
  readonly talks: string;
  readonly language: Language;
  readonly title: string;
  /** One sentence for previews and search. */
  readonly description: string;
  /** Changes whenever anything on the page does; fit to be an entity tag. */
  readonly version: string;
  /** Changes only with what is known, not as time passes: what {@link Site.onChange} tells. */
  readonly standing: string;
  /** Publication of the newest report about the talks, however old; null where none was ever read. */
  readonly updatedAt: Date | null;
  /** The same in words, with the zone that the page's hours are told in. */
  readonly updated: string;
  /** What a reader sees first. */
  readonly lead: readonly Block[];
  readonly sections: readonly PageSection[];
  readonly sources: readonly PageSource[];
  /** The tension chart as an SVG element whose texts are in the page's language; null where there is nothing to draw. */
  readonly chart: string | null;
};

/** One entry of a feed, newest first. */
export type FeedEntry = {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** A document in one of the forms that other programs read. */
export type SiteDocument = {
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly version: string;
};

/** What the web serves of all that is known; null for talks that are not followed. None of it rejects but for bugs. */
export type Site = {
  readonly talks: readonly { readonly id: string; readonly name: Localized }[];
  page(talks: string, language: Language, now: Date): Promise<PageContent | null>;
  entries(talks: string, language: Language, now: Date): Promise<readonly FeedEntry[] | null>;
  /** `calendar.ics`, `digest.json`, `feeds.opml`, `card.png`, `badge.svg`, by name. */
  document(
    talks: string,
    name: string,
    language: Language,
    now: Date,
  ): Promise<SiteDocument | null>;
  /** What {@link PageContent.standing} is now; null for talks that are not followed. */
  standing(talks: string, now: Date): Promise<string | null>;
  /** Calls back with the new standing each time it changed where some talks stand; what it gives ends that. */
  onChange(talks: string, hear: (standing: string) => void): () => void;
};
