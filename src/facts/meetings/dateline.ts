import type { Token } from "../../articles/tokens.ts";
import type { TalksSentence } from "../relevance/talks-view.ts";

const LONGEST_DATELINE = 16;
const DASHES = "-\u2013\u2014";

/**
 * Where the news begins behind a dateline such as "GENEVA, Feb 17 (Reuters) -": a token index, or the
 * sentence's first token when it has none. The place of the desk is not the place of the talks.
 */
export function newsStartOf(sentence: TalksSentence, tokens: readonly Token[]): number {
  const { from, to, part, mentions } = sentence;
  if (part === "title" || !tokens[from]?.afterBreak) return from;
  const opensWithPlace = mentions.some(
    (mention) => mention.from === from && isPlace(mention.sense.kind),
  );
  const first = tokens[from];
  if (!opensWithPlace && !(first.capital && isLong(first))) return from;
  let words = 0;
  for (let at = from; at < Math.min(to, from + LONGEST_DATELINE); at += 1) {
    const token = tokens[at];
    if (token?.kind === "mark" && DASHES.includes(token.text)) return at + 1;
    if (token?.text === ":") return isDesk(sentence, at) ? at + 1 : from;
    if (token?.kind === "word") words += 1;
    if (words > LONGEST_WORDS) return from;
  }
  return from;
}

/** "MUSCAT: …" is a desk unless the city speaks for its government. */
const isDesk = ({ from, mentions }: TalksSentence, colon: number): boolean =>
  mentions.some(({ sense, ...m }) => sense.kind === "city" && m.from === from && m.to === colon) &&
  !mentions.some(({ sense, ...m }) => sense.kind === "actor" && m.from === from);

const LONGEST_WORDS = 8;

const isPlace = (kind: string): boolean =>
  kind === "city" || kind === "actor" || kind === "country";

const isLong = (token: Token): boolean => token.end - token.start > 2;
