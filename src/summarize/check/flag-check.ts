import { type Mention, cuesOf, namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import { type Check, faultsIn } from "./check.ts";
import type { EvidenceReading, Passage, SentenceReading } from "./reading.ts";
import { hasPairs } from "./team-check.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** A person, a delegation or a thing under another's flag. */
export const createFlagCheck =
  (senses: SenseReader): Check =>
  (sentence, evidence) =>
    faultsIn("role", [
      ...wrongFlags(sentence),
      ...(hasPairs(sentence) ? [] : underWrongFlag(sentence)),
      ...flownByOthers(sentence, evidence, senses),
    ]);

/** Words between a country and a name that are titles: "Iran's foreign minister Abbas Araghchi". */
const LONGEST_TITLE = 5;

/** "Iran's foreign minister Steve Witkoff": a person right behind another country's title. */
function wrongFlags(sentence: SentenceReading): readonly string[] {
  const names = namesOf(sentence.mentions);
  const titles = cuesOf(sentence.mentions, "speech.title");
  const isTitled = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1)
      if (!titles.some((title) => title.from <= at && at < title.to)) return false;
    return true;
  };
  return names.flatMap((name, index) => {
    const before = names[index - 1];
    if (name.sense.kind !== "person" || name.sense.by !== "name" || before === undefined) return [];
    const gap = name.from - before.to;
    const isTitle = before.sense.kind === "person" && before.sense.by === "title";
    const isFlag = before.sense.kind === "actor" || before.sense.kind === "country";
    if (gap < 0 || gap > LONGEST_TITLE || !isTitled(before.to, name.from)) return [];
    if (isTitle && gap === 0) return isOther(before, name) ? [textOf(sentence, name)] : [];
    if (!isFlag || (gap === 0 && !isTitled(before.from - 1, before.from))) return [];
    return actorOf(before) === actorOf(name) ? [] : [textOf(sentence, name)];
  });
}

const isOther = (title: Mention, name: Mention): boolean =>
  title.sense.kind === "person" &&
  name.sense.kind === "person" &&
  title.sense.person.name !== name.sense.person.name &&
  title.sense.person.actor !== name.sense.person.actor;

const textOf = ({ text }: SentenceReading, { span }: Mention): string => text.slice(...span);

/** Words from a delegation to the country that it is of. */
const BESIDE = 2;
/** Words from a name to the delegation that it is in. */
const TEAM_REACH = 8;

/** "Witkoff heads the Iranian delegation": the only name near a delegation is of its country. */
function underWrongFlag(sentence: SentenceReading): readonly string[] {
  const names = namesOf(sentence.mentions);
  const people = names.filter(({ sense }) => sense.kind === "person" && sense.by === "name");
  const flags = names.filter(({ sense }) => sense.kind === "actor" || sense.kind === "country");
  const heads = cuesOf(
    sentence.mentions,
    "delegation.head",
    "delegation.led-by",
    "delegation.at-head",
    "delegation.marked-head",
    "delegation.include",
    "delegation.with",
  );
  const teams = cuesOf(sentence.mentions, "delegation.noun").filter(
    ({ from, to }) => to - from === 1,
  );
  return teams.flatMap((team) => {
    const flag = flags.find((one) => distance(one, team) <= BESIDE);
    if (flag === undefined) return [];
    const near = people.filter(
      (one) => distance(one, team) <= TEAM_REACH && isOneClause(sentence, one, team),
    );
    const before = near.findLast(({ to }) => to <= team.from);
    const after = near.find(({ from }) => from >= team.to);
    const isHead = (one: Mention): boolean =>
      heads.some((head) =>
        one.to <= team.from
          ? one.from - BESIDE <= head.from && head.from < team.from
          : team.to <= head.to && head.from <= one.from,
      );
    return [before, after]
      .filter((one) => one !== undefined)
      .filter((one) => isHead(one) && actorOf(one) !== actorOf(flag))
      .map((one) => textOf(sentence, one));
  });
}

type Range = { readonly from: number; readonly to: number };

const distance = (one: Range, other: Range): number =>
  Math.max(0, one.from - other.to, other.from - one.to);

function isOneClause({ read }: SentenceReading, one: Range, other: Range): boolean {
  const [from, to] = one.to <= other.from ? [one.to, other.from] : [other.to, one.from];
  return read.tokens.slice(from, to).every(({ kind }) => kind !== "mark");
}

/** "American gunboats" for "Iranian gunboats": a thing under another flag than in the evidence. */
function flownByOthers(
  sentence: SentenceReading,
  { passages }: EvidenceReading,
  senses: SenseReader,
): readonly string[] {
  const borne = passages.flatMap((passage) => flaggedIn(passage, senses));
  return flaggedIn(sentence, senses).flatMap(({ actor, word, flag }) => {
    const same = borne.filter((one) => isSameWord(one.word, word));
    const isTurned = same.length > 0 && same.every((one) => one.actor !== actor);
    return isTurned ? [textOf(sentence, flag)] : [];
  });
}

type Flagged = { readonly actor: string; readonly word: SenseWord; readonly flag: Mention };

/** Nouns with the name of a country beside them: before them in English, behind them else. */
function flaggedIn(passage: Passage, senses: SenseReader): readonly Flagged[] {
  const { words } = senses(passage);
  return namesOf(passage.mentions).flatMap((flag): Flagged[] => {
    const actor = actorOf(flag);
    if (actor === null || (flag.sense.kind !== "actor" && flag.sense.kind !== "country")) return [];
    const at = passage.language === "en" ? flag.to : flag.from - 1;
    const word = words.find((one) => one.at === at && !one.plain);
    return word === undefined ? [] : [{ actor, word, flag }];
  });
}

const isSameWord = (one: SenseWord, other: SenseWord): boolean =>
  one.stems.some((stem) => other.stems.includes(stem)) ||
  [...one.keys].some((key) => key.startsWith("meaning ") && other.keys.has(key));
