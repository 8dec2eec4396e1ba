import type { Delegation, DelegationMember } from "../fact.ts";
import { hasCue } from "../mention.ts";
import { clausesOf } from "../meetings/clauses.ts";
import { tellsOfRound } from "../meetings/round-sentence.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { headsIn } from "./heads.ts";
import { membersIn, negotiatorsIn, type Seated } from "./members.ts";
import { unknownMembersIn } from "./unknown-members.ts";

/** Finds who represents each party at the talks, in the order of their naming, and who heads them. */
export function findDelegations(view: TalksView): Delegation[] {
  const found = view.sentences.flatMap((sentence) => seatedIn(view, sentence));
  const parties = [...new Set(found.map(({ party }) => party))];
  return parties.flatMap((party) => delegationOf(party, found));
}

type Found = Seated & { readonly head: boolean; readonly sentence: TalksSentence };

function seatedIn(view: TalksView, sentence: TalksSentence): Found[] {
  if (!isOfTheseTalks(sentence)) return [];
  const clauses = clausesOf(sentence, view.read.tokens);
  const known = membersIn(view, sentence, clauses);
  const members = [...known, ...unknownMembersIn(view, sentence)];
  const seated = members.length > 0 ? members : tableOf(view, sentence);
  const heads = headsIn(sentence, seated, clauses);
  return seated.map((person) => ({ ...person, head: heads.has(person.name), sentence }));
}

function isOfTheseTalks(sentence: TalksSentence): boolean {
  const { parties, namesOtherTalks, cues, mentions } = sentence;
  if (namesOtherTalks && parties.size < 2) return false;
  if (cues.has("talks.off-subject") || cues.has("meeting.outside")) return false;
  return !hasCue(mentions, "meeting.earlier", "modality.denial");
}

/** Negotiators of both sides who meet. */
function tableOf(view: TalksView, sentence: TalksSentence): Seated[] {
  const meets =
    tellsOfRound(sentence) &&
    sentence.negotiating.size >= 2 &&
    (sentence.cues.has("talks.meeting") || sentence.cues.has("talks.negotiation"));
  return meets && !sentence.cues.has("phase.proposed") ? negotiatorsIn(view, sentence) : [];
}

function delegationOf(party: string, found: readonly Found[]): Delegation[] {
  const ours = found.filter((one) => one.party === party);
  const [first] = ours;
  if (first === undefined) return [];
  const names = [...new Set(ours.map(({ name }) => name))];
  const members = names.map((person): DelegationMember => ({
    person,
    head: ours.some(({ name, head }) => name === person && head),
  }));
  const told = ours.find(({ head }) => head) ?? first;
  return [{ party, members, evidence: told.sentence.span }];
}
