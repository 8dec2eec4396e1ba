import { cuesOf } from "../mention.ts";
import type { Placed, Table } from "./heads.ts";
import { isCueAt } from "./word-roles.ts";

/** "X leads the American side and Y the Iranian one": one verb serves both. */
export function otherSideHeads({ words, people }: Table, heads: readonly Placed[]): Placed[] {
  const last = heads.at(-1);
  if (last === undefined || heads.length !== 1) return [];
  const ours = last.named.actor ?? last.team;
  const others = people.filter(
    ({ actor, from, titleTo }) =>
      actor !== null &&
      actor !== ours &&
      from > last.named.to &&
      words.view.standings.get(actor) === "party" &&
      !isCueAt(words, titleTo, "talks.report") &&
      !isCueAt(words, from - 1, "talks.report", "delegation.oblique"),
  );
  const verbs = cuesOf(words.sentence.mentions, "delegation.head");
  if (verbs.length !== 1 || others.length !== 1) return [];
  return others.map((named) => ({ named, team: named.actor, head: true }));
}

/** "Her Iranian counterpart, NAME", once the other side's head is known. */
export function counterpartIn(
  { words, people, isAsserted }: Table,
  headed: string | null,
): Placed[] {
  if (headed === null) return [];
  const parties = words.view.dossier.actors.filter(({ standing }) => standing === "party");
  const other = parties.find(({ code }) => code !== headed)?.code ?? null;
  return cuesOf(words.sentence.mentions, "delegation.counterpart")
    .filter(isAsserted)
    .flatMap((cue) => {
      const named =
        people.find(({ to }) => to + 1 === cue.from && words.roleAt(to) === "mark") ??
        people.find(({ from }) => from >= cue.to && from - cue.to <= FURTHEST);
      const fits = named !== undefined && (named.actor === null || named.actor === other);
      return fits ? [{ named, team: other, head: true }] : [];
    });
}

const FURTHEST = 8;

/** "…, while minister NAME arrived": a negotiator of the other side who comes as well. */
export function othersComing({ words, people }: Table, placed: readonly Placed[]): Placed[] {
  const seated = new Set(placed.map(({ named, team }) => named.actor ?? team));
  if (placed.length === 0) return [];
  return people
    .filter(
      ({ person, actor, titleFrom, titleTo, to }) =>
        person?.negotiator === true &&
        !seated.has(actor) &&
        words.view.standings.get(actor ?? "") === "party" &&
        (words.isArabic
          ? isCueAt(words, titleFrom - 1, "talks.travel")
          : [to, titleTo, titleTo + 1].some((at) => isCueAt(words, at, "talks.travel"))),
    )
    .map((named) => ({ named, team: named.actor, head: false }));
}
