import type { CardContents } from "../cards/card-contents.ts";
import type { Language } from "../lib/language.ts";
import type { ControlRow } from "./control.ts";

/** A run of text inside a block. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** The number of a source, which leads to it. */
  | { readonly kind: "citation"; readonly n: number; readonly url: string }
  /** A command of ours, which a platform may let readers press; shown as {@link commandText}. */
  | { readonly kind: "command"; readonly name: string }
  /** A moment that a platform may show in each reader's own zone instead of `text`, which is how we write it, zone and all. */
  | {
      readonly kind: "time";
      readonly at: Date;
      readonly text: string;
      /** `text` tells how far off the moment is, so that it stands beside the moment and not for it. */
      readonly isDistance?: boolean;
    };

/** One piece of a message, stacked top to bottom. Adapters render every kind. */
export type Block =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] }
  | {
      readonly kind: "quote";
      /** Who speaks, about what, in which tone; in the reader's language. */
      readonly introduction: readonly Span[];
      /** The words as published. */
      readonly text: string;
      /** Language of the words, which sets their direction. */
      readonly lang: Language;
      /** Whether the words are the speaker's own, to stand in quotation marks. */
      readonly direct: boolean;
      readonly citations: readonly Span[];
    }
  /** Rows of cells under their columns' names; each row is as long as `columns`. */
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  /** Blocks that a platform may fold away under a summary line. */
  | {
      readonly kind: "details";
      readonly summary: string;
      readonly blocks: readonly [Block, ...Block[]];
    };

/** What we say to people, before any platform has a say in it. */
export type Message = {
  readonly language: Language;
  readonly blocks: readonly [Block, ...Block[]];
  /** Stands above the blocks and says nothing that they do not; what cannot show it leaves it out. */
  readonly picture?: Picture;
  /** Stand under the message; a platform without them leaves them out. */
  readonly controls?: readonly ControlRow[];
  /** Sent after the message, each by its name. */
  readonly files?: readonly MessageFile[];
};

/** A card that is drawn when it is sent, so that a message survives JSON. */
export type Picture = {
  readonly card: CardContents;
  /** The whole card in words, for those who cannot see it. */
  readonly alt: string;
  /** One line for where a picture stands alone, as in a notification. */
  readonly caption: string;
};

/** A text file that goes with a message. */
export type MessageFile = {
  readonly name: string;
  /** Such as `text/calendar`. */
  readonly mediaType: string;
  readonly content: string;
};

/** Plain words. */
export const text = (words: string): Span => ({ kind: "text", text: words });

/** A command as it is typed. A name that is none of ours is not ours to write. */
export const commandText = ({ name }: Extract<Span, { kind: "command" }>): string =>
  /^[a-z]{1,32}$/.test(name) ? `/${name}` : "/\u2026";

/** Words that stand out. */
export const strong = (words: string): Span => ({ kind: "strong", text: words });
