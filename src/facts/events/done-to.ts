import type { Roles, Scope } from "./role-scope.ts";

/** Deeds whose noun is followed by what they are done to: "the seizure of an American tanker". */
const DONE_TO: ReadonlySet<string> = new Set(["release", "arrest", "seize", "drone"]);
const DONE_TO_REACH = 4;

/** Roles of such a noun, null for others: the doer is named by "at the hands of", or is the only other actor: "near an American carrier", "in Iran". */
export function objectRoles({ sentence, actors, use }: Scope): Roles | null {
  if (sentence.language === "en" || use.sense.verb) return null;
  if (!DONE_TO.has(use.coded.mode ?? "")) return null;
  const isPhrase = use.to - use.from > 1;
  const target = actors.find(
    ({ from }) => from >= (isPhrase ? use.to : use.to + 1) && from - use.to <= DONE_TO_REACH,
  );
  if (target === undefined || (!isPhrase && actors.some(({ from }) => from === use.to)))
    return null;
  const agents = sentence.words.marks("agent");
  const others = actors.filter(({ code, from }) => code !== target.code && from >= target.to);
  const source =
    others.find(({ from }) => agents.some(({ to }) => to <= from && from - to <= 2)) ?? others[0];
  return source === undefined ? null : { sources: [source], target };
}
