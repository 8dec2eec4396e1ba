import type { Report } from "./report.ts";
import type { StandingOf } from "./source-standing.ts";

/** The articles that carry one report. */
export type Copies = readonly [Report, ...Report[]];

/** An agency's own report may be dated somewhat later than reprints of it; what follows after this is another edition. */
const LATEST_MS = 6 * 3_600_000;

/**
 * Which of the articles that carry one report it came from, whichever came in first: the earliest published, or the
 * credited agency's own one where it is among them.
 */
export function originalOf(copies: Copies, standingOf: StandingOf): Report {
  const earliest = copies.reduce((first, one) => (isEarlier(one, first) ? one : first));
  if (copies.length === 1) return earliest;
  const credits = creditsAmong(copies, standingOf);
  const owner = agencyOf(credits, earliest);
  const latest = earliest.published.getTime() + LATEST_MS;
  const own = copies.filter(
    (one) => one.source.owner === owner && one.published.getTime() <= latest && !isDatedAhead(one),
  );
  const [first] = own;
  return first === undefined
    ? earliest
    : own.reduce((before, one) => (isEarlier(one, before) ? one : before), first);
}

/** What its publisher's clock dates ahead of ours is not the origin of what others have told already. */
const isDatedAhead = ({ published, fetchedAt }: Report): boolean =>
  fetchedAt !== undefined && published > fetchedAt;

function isEarlier(a: Report, b: Report): boolean {
  const apart = a.published.getTime() - b.published.getTime();
  return apart === 0 ? a.articleId < b.articleId : apart < 0;
}

/** Owners among the copies' own sources: whom the articles of each credit. */
type Credits = ReadonlyMap<string, ReadonlySet<string>>;

function creditsAmong(copies: Copies, standingOf: StandingOf): Credits {
  const credits = new Map<string, Set<string>>(
    copies.map(({ source }) => [source.owner, new Set<string>()]),
  );
  for (const { source, extraction } of copies)
    for (const name of extraction.credits ?? []) {
      const { owner } = standingOf({ name, url: "" });
      if (owner !== source.owner && credits.has(owner)) credits.get(source.owner)?.add(owner);
    }
  return credits;
}

/** Whom the others' credits lead to: the one that most owners credit, or whom that one credits in turn. */
function agencyOf(credits: Credits, { source }: Report): string | null {
  const creditors = (owner: string): number =>
    [...credits.values()].filter((credited) => credited.has(owner)).length;
  const mostCredited = (owners: Iterable<string>): string | undefined =>
    [...owners]
      .filter((owner) => creditors(owner) > 0)
      .toSorted((a, b) => creditors(b) - creditors(a) || (a < b ? -1 : 1))[0];
  let agency = mostCredited(credits.keys());
  const passed = new Set<string>();
  while (agency !== undefined && !passed.has(agency)) {
    passed.add(agency);
    agency = mostCredited(credits.get(agency) ?? []) ?? agency;
  }
  // Where credits lead round in a circle, who was first decides.
  return agency === undefined || (passed.has(source.owner) && passed.size > 1) ? null : agency;
}
