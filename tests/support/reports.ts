import type { ArticleId } from "../../src/articles/article.ts";
import type { Tier } from "../../src/config/dossier.ts";
import type {
  Attribution,
  Extraction,
  Meeting,
  PhaseClaim,
  Statement,
} from "../../src/facts/fact.ts";
import type { Phase } from "../../src/facts/phase.ts";
import type { Report } from "../../src/talks/report.ts";

/** An article that asserts nothing. */
const NOTHING_SAID: Extraction = {
  relevant: true,
  phase: null,
  meetings: [],
  delegations: [],
  statements: [],
  events: [],
  disagreements: [],
  milestones: [],
};

type Given = {
  id: string;
  /** ISO instant. */
  at: string;
  owner?: string;
  tier?: Tier;
  side?: string;
  storyId?: string;
  origin?: string;
  /** The dossier lists the source. */
  known?: boolean;
  says?: Partial<Extraction>;
};

/** A report as a test tells it; only what matters is spelled out. */
export function reportOf({
  id,
  at,
  owner = id,
  tier = "wire",
  side,
  storyId = id,
  origin,
  says,
  known = true,
}: Given): Report {
  return {
    articleId: id as ArticleId,
    url: `https://${owner}.example/${id}`,
    title: `Report ${id}`,
    lang: "en",
    published: new Date(at),
    source: { name: owner, owner, tier, side: side ?? null, known },
    storyId: storyId as ArticleId,
    origin: origin ?? owner,
    extraction: { ...NOTHING_SAID, ...says },
    quote: () => `words of ${id}`,
  };
}

/** The article's own word. */
export const OWN_WORD = { kind: "article" } as const satisfies Attribution;

/** A party's word, through one of its people. */
export const partyWord = (actor: string, person: string | null = null): Attribution => ({
  kind: "party",
  actor,
  person,
});

/** A claim of a phase. */
export const claimOf = (
  phase: Phase,
  attribution: Attribution = OWN_WORD,
  hedged = false,
): PhaseClaim => ({
  phase,
  attribution,
  hedged,
  passing: false,
  evidence: [0, 10],
});

/** A claim of a meeting. */
export const meetingOf = (meeting: Partial<Meeting>): Meeting => ({
  date: null,
  time: null,
  timeZone: null,
  venue: null,
  format: null,
  mediator: null,
  status: "scheduled",
  outcome: null,
  background: false,
  attribution: OWN_WORD,
  evidence: [0, 10],
  ...meeting,
});

/** A statement. */
export const statementOf = (statement: Partial<Statement>): Statement => ({
  speaker: "Abbas Araghchi",
  party: "IRN",
  direct: true,
  topic: "diplomacy",
  stance: "neutral",
  text: "We come in good faith.",
  evidence: [0, 10],
  ...statement,
});
