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
export const mentionsOf = <K extends Exclude<Sense["kind"], "cue">>(
  mentions: readonly Mention[],
  kind: K,
): readonly MentionOf<K>[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the index keeps kinds apart
  (indexOf(mentions).byKind.get(kind) ?? NONE) as readonly MentionOf<K>[];

/** The mentions that are no cues: who, where and what about; in their order. */
export const namesOf = (mentions: readonly Mention[]): readonly Mention[] =>
  indexOf(mentions).names;

/** Every cue that is mentioned, in the order of its first mention. */
export const cueNamesOf = (mentions: readonly Mention[]): IterableIterator<CueName> =>
  indexOf(mentions).byCue.keys();

/** The mentions that carry one of the given cues, in their order. */
export function cuesOf(
  mentions: readonly Mention[],
  ...names: readonly CueName[]
): readonly MentionOf<"cue">[] {
  const { byCue } = indexOf(mentions);
  let found: readonly MentionOf<"cue">[] = NONE;
  let isJoined = false;
  for (const name of names) {
    const more = byCue.get(name);
    if (more === undefined) continue;
    isJoined = found.length > 0;
    found = isJoined ? [...found, ...more] : more;
  }
  return isJoined ? found.toSorted((a, b) => a.from - b.from || a.to - b.to) : found;
}

const NONE: readonly never[] = [];

type Index = {
  readonly names: readonly Mention[];
  /** Cues, being many, stand by their names alone. */
  readonly byKind: ReadonlyMap<Sense["kind"], readonly Mention[]>;
  readonly byCue: ReadonlyMap<CueName, readonly MentionOf<"cue">[]>;
};

/** Every finder asks for the same mentions, cue by cue; they are sorted out once. */
const indexes = new WeakMap<readonly Mention[], Index>();

/** The finders ask many times in a row. */
let last: { readonly mentions: readonly Mention[]; readonly index: Index } | null = null;

function indexOf(mentions: readonly Mention[]): Index {
  if (last?.mentions === mentions) return last.index;
  const index = indexes.get(mentions) ?? createIndex(mentions);
  last = { mentions, index };
  return index;
}

function createIndex(mentions: readonly Mention[]): Index {
  const names: Mention[] = [];
  const byKind = new Map<Sense["kind"], Mention[]>();
  const byCue = new Map<CueName, MentionOf<"cue">[]>();
  for (const mention of mentions) {
    if (isCue(mention)) {
      push(byCue, mention.sense.cue, mention);
      continue;
    }
    names.push(mention);
    push(byKind, mention.sense.kind, mention);
  }
  const index = { names, byKind, byCue };
  indexes.set(mentions, index);
  return index;
}

const isCue = (mention: Mention): mention is MentionOf<"cue"> => mention.sense.kind === "cue";

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Whether any mention carries one of the given cues. */
export function hasCue(mentions: readonly Mention[], ...names: CueName[]): boolean {
  const { byCue } = indexOf(mentions);
  for (const name of names) if (byCue.has(name)) return true;
  return false;
}
