import type { Dossier } from "../config/dossier.ts";
import type { Span } from "../lib/span.ts";
import type { CueName } from "./cues.ts";

/** A person of the dossier. */
export type Person = Dossier["people"][number];

/** An institution of the dossier. */
export type Institution = Dossier["institutions"][number];

/** What a run of words stands for. */
export type Sense =
  | { readonly kind: "person"; readonly person: Person; readonly by: "name" | "title" }
  | { readonly kind: "institution"; readonly institution: Institution }
  | { readonly kind: "actor"; readonly code: string }
  | {
      readonly kind: "city";
      readonly city: string;
      /** ISO 3166 alpha-3. */
      readonly country: string;
      readonly timeZone: string;
    }
  | { readonly kind: "country"; readonly code: string }
  | { readonly kind: "topic"; readonly id: string }
  | { readonly kind: "other-talks"; readonly id: string }
  | { readonly kind: "milestone"; readonly id: string }
  | { readonly kind: "cue"; readonly cue: CueName };

/** Words of a sentence that stand for something: `[from, to)` are token indices of the article. */
export type Mention = {
  readonly sense: Sense;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
};

/** A mention whose sense is of one kind. */
export type MentionOf<K extends Sense["kind"]> = Mention & {
  readonly sense: Extract<Sense, { kind: K }>;
};

/** The mentions of one kind, in their order. */
export const mentionsOf = <K extends Sense["kind"]>(
  mentions: readonly Mention[],
  kind: K,
): MentionOf<K>[] =>
  mentions.filter((mention): mention is MentionOf<K> => mention.sense.kind === kind);

/** The mentions that carry one of the given cues, in their order. */
export const cuesOf = (mentions: readonly Mention[], ...names: CueName[]): MentionOf<"cue">[] =>
  mentionsOf(mentions, "cue").filter((mention) => names.includes(mention.sense.cue));

/** Whether any mention carries one of the given cues. */
export const hasCue = (mentions: readonly Mention[], ...names: CueName[]): boolean =>
  cuesOf(mentions, ...names).length > 0;
