import type { Token } from "../../articles/tokens.ts";
import type { CueName } from "../cues.ts";
import { cuesOf, type Mention } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";

/** What a word can be to a name beside it. */
export type WordRole =
  /** May be part of a name. */
  | "free"
  /** A country, party, institution or place. */
  | "entity"
  /** An office, rank or calling. */
  | "title"
  /** What goes on with an office: "of foreign affairs". */
  | "qualifier"
  /** A person whom the dossier knows. */
  | "person"
  /** Part of no name. */
  | "stop"
  | "mark";

/** The words of one sentence with their roles, by token index. */
export type Words = {
  readonly view: TalksView;
  readonly sentence: TalksSentence;
  readonly tokens: readonly Token[];
  readonly isEnglish: boolean;
  readonly isArabic: boolean;
  roleAt(at: number): WordRole;
  /** The cues that cover a token. */
  readonly cues: ReadonlyMap<number, readonly CueName[]>;
};

/** Words that are names although other phrases of the lexicon match them. */
const NAME_WORDS: ReadonlySet<CueName> = new Set(["delegation.name-word", "delegation.whole-name"]);
const TITLES: ReadonlySet<CueName> = new Set(["delegation.role", "speech.title"]);

/** In English only these keep a capitalised word out of a name. */
const ENGLISH_STOPS: ReadonlySet<CueName> = new Set([
  "delegation.not-name",
  "delegation.noun",
  "delegation.accompanied",
  "speech.body",
  "speech.pronoun",
  "speech.determiner",
]);

/** Works out once what each word of a sentence can be to a name. */
export function wordsOf(view: TalksView, sentence: TalksSentence): Words {
  const { tokens, article } = view.read;
  const isEnglish = article.lang === "en";
  const roles: (WordRole | undefined)[] = [];
  const cues = cuesByToken(sentence);
  const put = (at: number, role: WordRole): void => {
    const known = roles[at - sentence.from];
    if (known === undefined || RANK[role] > RANK[known]) roles[at - sentence.from] = role;
  };
  const named = new Set(cuesOf(sentence.mentions, ...NAME_WORDS).map(({ from }) => from));
  for (const mention of sentence.mentions) {
    const role = roleOf(mention, isEnglish);
    if (role === "free") continue;
    const isSure = role === "person" || role === "entity";
    const step = stepOver(mention);
    for (let at = mention.from; at < mention.to; at += step)
      if (isSure || !named.has(at)) put(at, role);
  }
  return {
    view,
    sentence,
    tokens,
    isEnglish,
    isArabic: article.lang === "ar",
    cues,
    roleAt: (at) => {
      const token = tokens[at];
      if (token === undefined || at < sentence.from || at >= sentence.to) return "mark";
      if (token.kind === "number") return "stop";
      return token.kind === "mark" ? "mark" : (roles[at - sentence.from] ?? "free");
    },
  };
}

const RANK = { free: 0, mark: 0, stop: 1, qualifier: 2, title: 3, entity: 4, person: 5 } as const;

function roleOf({ sense }: Mention, isEnglish: boolean): WordRole {
  switch (sense.kind) {
    case "person":
      return sense.by === "name" ? "person" : "title";
    case "institution":
    case "actor":
    case "country":
    case "city":
    case "milestone":
      return "entity";
    case "topic":
    case "other-talks":
      return "stop";
    case "cue":
      if (TITLES.has(sense.cue)) return "title";
      if (sense.cue === "delegation.qualifier") return "qualifier";
      if (NAME_WORDS.has(sense.cue) || sense.cue === "speech.particle") return "free";
      return isEnglish && !ENGLISH_STOPS.has(sense.cue) ? "free" : "stop";
  }
}

/** A longer phrase may have other words between its first and its last. */
const stepOver = ({ sense, from, to }: Mention): number =>
  sense.kind === "cue" && to - from > 2 ? to - from - 1 : 1;

/** Whether a cue of the given names covers a token. */
export const isCueAt = ({ cues }: Words, at: number, ...names: CueName[]): boolean =>
  cues.get(at)?.some((cue) => names.includes(cue)) ?? false;

/** Names are asked for at every word, so the cues are sorted out by word once. */
function cuesByToken({ mentions }: TalksSentence): Map<number, CueName[]> {
  const cues = new Map<number, CueName[]>();
  for (const { sense, from, to } of mentions) {
    if (sense.kind !== "cue") continue;
    for (let at = from; at < to; at += 1) {
      const known = cues.get(at);
      if (known === undefined) cues.set(at, [sense.cue]);
      else known.push(sense.cue);
    }
  }
  return cues;
}

/** Whether a hyphen alone stands between a token and the one before. */
export function isHyphenated({ tokens, view }: Words, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  return token.start - before.end === 1 && HYPHENS.includes(view.read.text.charAt(before.end));
}

const HYPHENS = "-\u2010\u2011";

/** "For the Iranian side and NAME": an Arabic name that "and" joins to what the one before stands for. */
export const followsParty = (words: Words, at: number): boolean =>
  words.isArabic &&
  words.roleAt(at - 1) === "entity" &&
  (words.tokens[at]?.text.startsWith("\u0648") ?? false) &&
  !isCueAt(words, at, "delegation.whole-name") &&
  [2, 3].some((step) => isCueAt(words, at - step, "delegation.for"));
