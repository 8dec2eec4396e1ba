import { compilePhrases, findPhrases } from "../../articles/phrases.ts";
import type { TokenRange } from "../../articles/token-range.ts";
import { foldWord } from "../../articles/word-forms.ts";
import { cuesOf, hasCue, type MentionOf, mentionsOf } from "../../facts/mention.ts";
import type { Reader } from "../../facts/read-article.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type Check, faultsIn } from "./check.ts";
import type { FrameWords } from "./frame-words.ts";
import { type EvidenceReading, type Passage, textOfTokens } from "./reading.ts";

/** Posts, kinships and the head of a delegation are those of the very person whom they stand beside. */
export function createProvenPost(words: FrameWords, languages: Reader["languages"]): Check {
  const compiled = new Map(
    LANGUAGES.map((language) => [
      language,
      compilePhrases<"post" | "former">(
        [
          ...words[language].posts.map((word) => [word, "post"] as const),
          ...words[language].former.map((word) => [word, "former"] as const),
        ],
        languages[language],
      ),
    ]),
  );
  const postsIn = (passage: Passage): readonly Post[] => {
    const phrases = compiled.get(passage.language);
    if (phrases === undefined) return [];
    const { tokens } = passage.read;
    const found = findPhrases(phrases, tokens, 0, tokens.length);
    return found
      .filter((one) => !found.some((wider) => wider !== one && isInside(one, wider)))
      .map(({ from, to }) => ({ from, to, words: textIn(passage, from, to) }));
  };
  return (sentence, evidence) => [
    ...faultsIn("role", strangePosts(sentence, evidence, postsIn)),
    ...faultsIn("role", strangeHeads(sentence, evidence)),
    ...faultsIn("role", strangeTitles(sentence)),
  ];
}

type Post = TokenRange & { readonly words: string };
type Named = MentionOf<"person">;

const isInside = (inner: TokenRange, outer: TokenRange): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;

const textIn = ({ read }: Passage, from: number, to: number): string =>
  read.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");

const distance = (one: TokenRange, other: TokenRange): number =>
  one.from >= other.to ? one.from - other.to : other.from - one.to;

/** In words between a post and its holder. */
const REACH = 5;

/** Whoever is named nearest. */
function holderOf(passage: Passage, word: TokenRange, reach: number): Named | undefined {
  const people = mentionsOf(passage.mentions, "person");
  if (people.some((one) => one.sense.by === "title" && one.from <= word.from && word.to <= one.to))
    return undefined;
  const [nearest] = people
    .filter(({ sense }) => sense.by === "name")
    .toSorted((a, b) => distance(a, word) - distance(b, word));
  return nearest !== undefined && distance(nearest, word) <= reach ? nearest : undefined;
}

function strangePosts(
  sentence: Passage,
  { passages }: EvidenceReading,
  postsIn: (passage: Passage) => readonly Post[],
): readonly string[] {
  return postsIn(sentence).flatMap((post) => {
    const holder = holderOf(sentence, post, REACH);
    if (holder === undefined) return [];
    const { person } = holder.sense;
    const own = [person.role[sentence.language], ...person.titles[sentence.language]].map((title) =>
      title
        .split(/[\s|]+/u)
        .map(foldWord)
        .join(" "),
    );
    if (own.some((title) => title.includes(bare(post.words)))) return [];
    const isTold = passages.some(
      (passage) =>
        passage.language === sentence.language &&
        postsIn(passage).some(
          (one) =>
            bare(one.words) === bare(post.words) &&
            holderOf(passage, one, REACH)?.sense.person.name === person.name,
        ),
    );
    return isTold ? [] : [textOfTokens(sentence, post.from, post.to)];
  });
}

/** Less the Arabic article. */
const bare = (words: string): string => words.replace(/(^|\s)\u0627\u0644/gu, "$1");

/** In words between a name and the title behind it: "X, the". */
const BESIDE = 2;

/** Titles that are known to be another's than his whom they stand behind. */
function strangeTitles(sentence: Passage): readonly string[] {
  const people = mentionsOf(sentence.mentions, "person");
  return people
    .filter(
      ({ sense, from }) =>
        sense.by === "title" &&
        people.some(
          (one) =>
            one.sense.by === "name" &&
            one.sense.person.name !== sense.person.name &&
            one.to < from &&
            from - one.to <= BESIDE &&
            COMMAS.includes(sentence.read.tokens[one.to]?.text ?? "none"),
        ),
    )
    .filter(({ from }, _at, all) => all.filter((one) => one.from === from).length === 1)
    .map(({ from, to }) => textOfTokens(sentence, from, to));
}

const COMMAS = ",\u060c(";

const HEADS = [
  "delegation.chief",
  "delegation.at-head",
  "delegation.led-by",
  "delegation.head",
] as const;
const HEAD_REACH = 6;

/** Behind "led by", before "leads" where the subject stands first, else whoever is named nearest. */
function headOf(passage: Passage, cue: MentionOf<"cue">): Named | undefined {
  const people = mentionsOf(passage.mentions, "person").filter(({ sense }) => sense.by === "name");
  const isLedBy = cue.sense.cue === "delegation.led-by";
  const isSubjectFirst =
    passage.language === "fa" ||
    (passage.language === "en" && cue.sense.cue !== "delegation.chief");
  const before = people.findLast(({ to }) => to <= cue.from && cue.from - to <= HEAD_REACH);
  const after = people.find(({ from }) => from >= cue.to && from - cue.to <= HEAD_REACH);
  if (isLedBy) return after ?? before;
  return isSubjectFirst ? (before ?? after) : holderOf(passage, cue, HEAD_REACH);
}

/** Nobody heads a delegation but whom a claim calls its head, or whom a speaker does. */
function strangeHeads(sentence: Passage, { claims }: EvidenceReading): readonly string[] {
  const { mentions } = sentence;
  if (!hasCue(mentions, "delegation.noun", "talks.delegation", "talks.negotiator")) return [];
  const heads = new Set(
    claims.flatMap(({ claim: { fact }, originals }) => {
      if (fact.kind === "delegation")
        return fact.delegation.members.flatMap(({ person, head }) => (head ? [person] : []));
      return originals
        .filter((passage) => hasCue(passage.mentions, ...HEADS))
        .flatMap((passage) => mentionsOf(passage.mentions, "person"))
        .map(({ sense }) => sense.person.name);
    }),
  );
  return cuesOf(mentions, ...HEADS).flatMap((cue) => {
    const holder = headOf(sentence, cue);
    return holder === undefined || heads.has(holder.sense.person.name)
      ? []
      : [sentence.text.slice(...holder.span)];
  });
}
