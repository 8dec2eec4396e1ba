import type { ClaimFact } from "./claim.ts";
import type { Grammars } from "./grammar/grammar.ts";
import { renderTelling } from "./grammar/render.ts";
import { tellingsOf } from "./grammar/tell.ts";
import type { Teller } from "./grammar/values.ts";

/** A fact in a sentence of the reader's language, in the first wording that tells it; null where none does. */
export function tellFact(fact: ClaimFact, teller: Teller, grammars: Grammars): string | null {
  const { language } = teller.wording;
  for (const telling of tellingsOf(fact, teller)) {
    const told = renderTelling(telling, grammars[language], language);
    if (told !== null) return told;
  }
  return null;
}
