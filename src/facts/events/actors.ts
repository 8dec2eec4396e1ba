import type { TokenRange } from "../../articles/token-range.ts";
import type { Token } from "../../articles/tokens.ts";
import type { Dossier } from "../../config/dossier.ts";
import { type Mention, namesOf } from "../mention.ts";
import { actorOf } from "../relevance/talks-view.ts";

/** Words that stand for one of the dossier's actors. */
export type ActorMention = TokenRange & { readonly code: string };

/** The actors that a sentence names by country, capital, institution or person, in order. */
export function actorsIn(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  dossier: Dossier,
): ActorMention[] {
  const codes = codesOf(dossier);
  const found = namesOf(mentions).flatMap((mention): ActorMention[] => {
    const code = actorOf(mention);
    if (code === null || !codes.has(code)) return [];
    return [{ code, from: mention.from, to: mention.to }];
  });
  return joinNeighbours(
    found.toSorted((a, b) => a.from - b.from),
    tokens,
  );
}

const codesByDossier = new WeakMap<Dossier, ReadonlySet<string>>();

function codesOf(dossier: Dossier): ReadonlySet<string> {
  const known = codesByDossier.get(dossier) ?? new Set(dossier.actors.map(({ code }) => code));
  codesByDossier.set(dossier, known);
  return known;
}

/** "The two sides" stands for both parties of the talks. */
export function bothParties(words: readonly TokenRange[], { actors }: Dossier): ActorMention[] {
  const parties = actors.filter(({ standing }) => standing === "party");
  return words.flatMap(({ from, to }) => parties.map(({ code }) => ({ code, from, to })));
}

/** "Iranian Foreign Minister Abbas Araghchi" is one mention of Iran. */
function joinNeighbours(actors: readonly ActorMention[], tokens: readonly Token[]): ActorMention[] {
  const joined: ActorMention[] = [];
  for (const actor of actors) {
    const last = joined.at(-1);
    const near = last !== undefined && isApposition(tokens, last.to, actor.from);
    if (last !== undefined && last.code === actor.code && near)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, actor.to) };
    else if (last === undefined || actor.from >= last.to) joined.push(actor);
  }
  return joined;
}

/** Words between a title and the name. */
const APPOSITION = 2;

const isApposition = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= APPOSITION &&
  tokens.slice(from, to).every(({ kind, text }) => kind === "word" || text === ",");
