import type { Names } from "../../i18n/names.ts";
import type { Language } from "../../lib/language.ts";
import type { Claim } from "../claim.ts";
import type { Fault, Verdict } from "../verdict.ts";
import { faultAt } from "./fault-at.ts";
import type { Grammars } from "./grammar.ts";
import { openSearch, type Told } from "./match.ts";
import { parse } from "./parse.ts";
import type { SentenceReader } from "./read-sentence.ts";
import { tellingsOf } from "./tell.ts";
import { siblingsOf } from "./siblings.ts";
import { tellerOf } from "./teller.ts";

/** What sentences are judged with. */
export type GrammarTools = {
  readonly names: Names;
  readonly grammars: Grammars;
  readonly readSentence: SentenceReader;
};

/** More claims are no single sentence's; each has a bit of its own. */
const MOST_CLAIMS = 12;

/** A sentence stands if it is one that the grammar makes of the claims that it names; `by` are those it is made of. */
export function judgeSentence(
  { names, grammars, readSentence }: GrammarTools,
  text: string,
  claims: readonly Claim[],
  language: Language,
): Verdict {
  if (claims.length === 0 || claims.length > MOST_CLAIMS)
    return fallen({ about: "claim", words: [] });
  const sentence = readSentence(text, language, claims);
  const search = openSearch(sentence, grammars[language]);
  const parsed = parse(search, tellingsBy(claims, tellerOf(names, language)));
  switch (parsed.kind) {
    case "read": {
      const [first, ...more] = claims.filter((_, at) => (parsed.by & (1 << at)) !== 0);
      return first === undefined
        ? fallen({ about: "claim", words: [] })
        : { kind: "supported", by: [first, ...more] };
    }
    case "incomplete":
      return fallen({ about: "hedge", words: parsed.missing });
    case "unread":
      return fallen(faultAt(sentence, text, search.furthest));
  }
}

const fallen = (fault: Fault): Verdict => ({ kind: "unsupported", faults: [fault] });

function tellingsBy(
  claims: readonly Claim[],
  teller: Parameters<typeof tellingsOf>[1],
): readonly Told[] {
  const all = claims.flatMap(({ fact }, at) =>
    tellingsOf(fact, teller).map((telling) => ({ telling, bit: 1 << at })),
  );
  return all.map(({ telling, bit }) => ({ telling, bit, siblings: siblingsOf(telling, bit, all) }));
}
