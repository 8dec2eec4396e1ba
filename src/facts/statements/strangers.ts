import { foldWord } from "../../articles/word-forms.ts";
import type { CueName } from "../cues.ts";
import { headName } from "./head-name.ts";
import { knownNames } from "./known-names.ts";
import { type Element, type Holder, isOffice } from "./noun-phrase.ts";
import { cueAt, type ReadingUnit } from "./reading-unit.ts";
import { type Memory, personSpeaker, type Speaker } from "./speakers.ts";
import { type Context, genderOf, nounWords, partyOf, type Told } from "./told-of.ts";

/** The speaker whom a name means that the dossier does not know, or null where it may be several. */
export function strangerOf(
  context: Context,
  holder: Holder,
  head: Extract<Element, { kind: "unknown-name" }>,
  told: Told,
): Speaker | null {
  const { memory, quoted } = context;
  const words = head.name.replace(/['\u2019]s$/, "").split(/\s+/);
  const name = words.join(" ");
  const surname = foldWord(words.at(-1) ?? "");
  const known = memory.strangers.get(surname);
  if (known !== undefined && endsIn(known, name)) return known;
  if (words.length === 1)
    return known === undefined
      ? (namesake(memory, surname, told) ??
          (quoted || holder.elements.some(isOffice) ? stranger(context, holder, name, told) : null))
      : known;
  return stranger(context, holder, name, told);
}

/** «عبد اللهيان» of «حسين أمير عبد اللهيان». */
const endsIn = (known: Speaker | null, name: string): boolean =>
  known !== null && foldWord(known.speaker ?? "").endsWith(` ${foldWord(name)}`);

/** Someone whom the dossier does not know, by the name as written. */
function stranger(
  { unit, memory }: Context,
  { from, to, elements }: Holder,
  name: string,
  told: Told,
): Speaker | null {
  const names = knownNames(memory.dossier);
  if (names.outlets.has(foldWord(name))) return null;
  const person = names.people.get(foldWord(name));
  if (person !== undefined) return personSpeaker(person, told);
  const party = isPrivate(unit, from, to) ? null : partyOf(elements);
  const surname = foldWord(name.split(" ").at(-1) ?? "");
  const known = memory.strangers.get(surname);
  const isSame = known?.speaker === name;
  const speaker: Speaker = {
    sort: "person",
    speaker: name,
    party: party ?? (isSame ? known.party : null),
    gender: told.gender ?? (isSame ? known.gender : null),
    nouns: told.nouns.length > 0 ? told.nouns : isSame ? known.nouns : [],
  };
  memory.strangers.set(surname, known === undefined || isSame ? speaker : known);
  return speaker;
}

/** Keeps in mind the people whom an article names in full, so that a surname is known before and after. */
export function introduce(
  { unit, language, memory }: Pick<Context, "unit" | "language" | "memory">,
  holders: readonly Holder[],
): void {
  for (const holder of holders) {
    for (const one of holder.elements)
      if (one.kind === "person" && one.by === "name") memory.named.add(one.person);
    const head = headName(unit, holder.elements, language);
    if (head?.kind !== "unknown-name" || !/\s/.test(head.name)) continue;
    const name = head.name.replace(/['\u2019]s$/, "");
    const told = {
      gender: genderOf(unit, holder),
      nouns: nounWords(unit, holder.elements),
    };
    const surname = foldWord(name.split(/\s+/).at(-1) ?? "");
    const known = memory.strangers.get(surname);
    if (known !== undefined && known !== null && known.speaker !== name)
      memory.strangers.set(surname, null);
    else if (known !== null)
      stranger({ unit, language, memory, quoted: false }, holder, name, told);
  }
}

/** The one dossier person named so far who has this surname. */
function namesake({ named }: Memory, surname: string, told: Told): Speaker | null {
  const fitting = [...named].filter(
    ({ name }) => foldWord(name.split(" ").at(-1) ?? "") === surname,
  );
  const [person] = fitting;
  return person !== undefined && fitting.length === 1 ? personSpeaker(person, told) : null;
}

function isPrivate(unit: ReadingUnit, from: number, to: number): boolean {
  for (let at = from; at < Math.min(unit.to, to + 4); at += 1)
    if (cueAt(unit, at, PRIVATE) !== undefined) return true;
  return false;
}

const PRIVATE: ReadonlySet<CueName> = new Set(["speech.private"]);
