import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { commaOf } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import type { CardDelegation } from "./card-contents.ts";
import { CARD_THEME as COLOURS } from "./chart-theme.ts";
import { cutName, NAME_LENGTHS } from "./cut-names.ts";
import type { Paragraph } from "./stack.ts";

/** A paragraph for each side, with as many of its people as fit and how many more there are. */
export const delegationParagraphs = (
  delegations: readonly CardDelegation[],
  language: Language,
): readonly Paragraph[] =>
  delegations.map((one) => {
    const [words = "", ...shorter] = wordingsOf(one, language);
    return {
      words,
      shorter,
      cut: NAME_LENGTHS.map((length) => withFirst(one, { length, language })),
      size: 22,
      colour: COLOURS.ink,
      gap: 0,
      most: MOST_LINES,
    };
  });

const MOST_LINES = 3;
/** Nobody reads more on a picture. */
const MOST_PEOPLE = 8;

/** With many of its people, then one fewer each time. */
function wordingsOf(delegation: CardDelegation, language: Language): readonly string[] {
  const most = Math.min(delegation.people.length, MOST_PEOPLE);
  return Array.from({ length: most }, (_, fewer) =>
    withPeople(delegation, delegation.people.slice(0, most - fewer), language),
  );
}

type Cut = { readonly length: number; readonly language: Language };

const withFirst = (delegation: CardDelegation, { length, language }: Cut): string =>
  withPeople(
    delegation,
    delegation.people.slice(0, 1).map((name) => cutName(name, length)),
    language,
  );

function withPeople(
  { party, people }: CardDelegation,
  shown: readonly string[],
  language: Language,
): string {
  const others = people.length - shown.length;
  const more = others === 0 ? "" : ` ${cardCatalogOf(language)["people.more"]({ count: others })}`;
  return `${party}${shown.join(commaOf(language))}${more}`;
}
