import type { Token } from "../../articles/tokens.ts";
import { cuesOf, type Mention } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import type { Seated } from "./members.ts";

/** How far behind "headed by" a name may begin, with the offices that stand between. */
const LONGEST_TITLE = 12;
const LONGEST_NAME = 4;

/**
 * People whom the dossier does not know, named behind "headed by" or "including" with their office;
 * they belong to the one party that the sentence names nearest before.
 */
export function unknownMembersIn(view: TalksView, sentence: TalksSentence): Seated[] {
  return cuesOf(sentence.mentions, "delegation.led-by", "delegation.include").flatMap((cue) => {
    const party = partyBefore(view, sentence, cue);
    const name = party === null ? null : nameAfter(view, sentence, cue.to);
    return party === null || name === null ? [] : [{ party, ...name }];
  });
}

function partyBefore(view: TalksView, { mentions }: TalksSentence, cue: Mention): string | null {
  const before = mentions.filter(
    ({ sense, from }) =>
      from < cue.from && sense.kind === "actor" && view.standings.get(sense.code) === "party",
  );
  const last = before.at(-1)?.sense;
  return last?.kind === "actor" ? last.code : null;
}

function nameAfter(
  { read }: TalksView,
  sentence: TalksSentence,
  start: number,
): Pick<Seated, "name" | "from" | "to"> | null {
  const roles = cuesOf(sentence.mentions, "delegation.role");
  const isLatin = read.article.lang === "en";
  let at = start;
  let titled = false;
  while (at < Math.min(sentence.to, start + LONGEST_TITLE) && isTitle(sentence, roles, at)) {
    titled = true;
    at += 1;
  }
  if (!titled && !isLatin) return null;
  const from = at;
  while (at < Math.min(sentence.to, from + LONGEST_NAME) && isNamePart(sentence, read.tokens, at)) {
    if (isLatin && read.tokens[at]?.capital !== true) break;
    at += 1;
  }
  const first = read.tokens[from];
  const last = read.tokens[at - 1];
  if (first === undefined || last === undefined || at - from < 2) return null;
  return { name: read.text.slice(first.start, last.end), from, to: at };
}

const isTitle = ({ mentions }: TalksSentence, roles: readonly Mention[], at: number): boolean =>
  roles.some(({ from, to }) => from <= at && at < to) ||
  mentions.some(
    ({ sense, from, to }) =>
      from <= at &&
      at < to &&
      (sense.kind === "actor" || sense.kind === "institution" || isTitleOf(sense)),
  );

const isTitleOf = (sense: Mention["sense"]): boolean =>
  sense.kind === "person" && sense.by === "title";

function isNamePart({ mentions }: TalksSentence, tokens: readonly Token[], at: number): boolean {
  const isPlain = !mentions.some(({ from, to }) => from <= at && at < to);
  return tokens[at]?.kind === "word" && isPlain;
}
