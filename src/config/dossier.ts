import { z } from "zod";
import { InEveryLanguage, LanguageSchema } from "../lib/language.ts";
import { ActorCode, Aliases, Country, Identifier, TimeZone } from "./seed-fields.ts";

const Day = z.iso.date();

/** How an actor stands to the talks: only parties and mediators decide on them. */
export const STANDINGS = ["party", "mediator", "observer", "other"] as const;

const Actor = z.strictObject({
  code: ActorCode,
  standing: z.enum(STANDINGS),
  names: InEveryLanguage,
  /** Country, capital as metonym, nationality, seat of government: "Iran", "Tehran", "the White House". */
  aliases: Aliases,
});

const Person = z.strictObject({
  /** Canonical English name. */
  name: z.string().min(1),
  actor: ActorCode,
  role: InEveryLanguage,
  names: z.strictObject({ ar: z.string().min(1), fa: z.string().min(1) }),
  aliases: Aliases,
  /** Offices that name the person without a name: "Iranian foreign minister", "متحدث باسم الخارجية الإيرانية". */
  titles: Aliases.prefault({}),
  /** Sits at the table for the party; the first listed of a party is its usual head. */
  negotiator: z.boolean().default(false),
});

const Institution = z.strictObject({
  name: z.string().min(1),
  actor: ActorCode,
  names: z.strictObject({ ar: z.string().min(1), fa: z.string().min(1) }),
  aliases: Aliases,
});

const Venue = z.strictObject({
  city: z.string().min(1),
  country: Country,
  timeZone: TimeZone,
  names: InEveryLanguage,
  aliases: Aliases,
});

const Topic = z.strictObject({
  id: Identifier,
  names: InEveryLanguage,
  keywords: Aliases,
});

/** Talks that share people or parties with these and must not be taken for them. */
const OtherTalks = z.strictObject({
  id: Identifier,
  names: InEveryLanguage,
  keywords: Aliases,
});

const Milestone = z.strictObject({
  id: Identifier,
  from: Day,
  to: Day.optional(),
  kind: z.enum([
    "round",
    "war",
    "strike",
    "protest",
    "agreement",
    "sanction",
    "mobilization",
    "statement",
  ]),
  names: InEveryLanguage,
  /** How articles refer back to it: "the twelve-day war", "last June's attack". */
  aliases: Aliases.prefault({}),
  source: z.string().min(1),
});

/** How far a feed's word goes: its own side's official voice, a wire, an outlet, or one that repeats others. */
export const TIERS = ["official", "wire", "outlet", "aggregator"] as const;

const Source = z.strictObject({
  id: Identifier,
  name: z.string().min(1),
  /** Names under which items give this source and articles cite it. */
  also: z.array(z.string().min(1)).default([]),
  /** Names that items give but that mean something else in running text: "Fox", "العالم" (the world). */
  labels: z.array(z.string().min(1)).default([]),
  /** Who owns it; sources of one owner count as one source. */
  owner: z.string().min(1),
  tier: z.enum(TIERS),
  /** The actor whose side it speaks for, if any. */
  side: ActorCode.optional(),
});

const Feed = Source.extend({
  url: z.url({ protocol: /^https?$/ }),
  lang: LanguageSchema,
  /** Where its dates are told when they name no zone, as some feeds' do; UTC when unset. */
  timeZone: TimeZone.optional(),
  /** How often to poll; the most telling feeds every 2 minutes. */
  pollEveryMs: z.int().min(60_000).default(600_000),
});

/** What is known of one set of talks before any article is read (`seeds/talks/*.yaml`). */
export const Dossier = z
  .strictObject({
    id: Identifier,
    names: InEveryLanguage,
    /** Where dates without a zone are read: the zone of the talks' usual host. */
    timeZone: TimeZone,
    actors: z.array(Actor).min(2),
    people: z.array(Person),
    institutions: z.array(Institution),
    venues: z.array(Venue),
    topics: z.array(Topic),
    otherTalks: z.array(OtherTalks),
    chronology: z.array(Milestone),
    feeds: z.array(Feed),
    /** Sources without a feed of their own that others quote and items files name: "Reuters", "القناة 12". */
    sources: z.array(Source).default([]),
  })
  .superRefine((dossier, context) => {
    for (const [path, message] of [...unknownActors(dossier), ...repetitions(dossier)])
      context.addIssue({ code: "custom", path: [...path], message });
    if (dossier.actors.filter((actor) => actor.standing === "party").length < 2)
      context.addIssue({ code: "custom", path: ["actors"], message: "talks need two parties" });
  });

/** What is known of one set of talks before any article is read. */
export type Dossier = z.output<typeof Dossier>;

/** A feed that the dossier lists. */
export type DossierFeed = Dossier["feeds"][number];

/** How far a source's word goes. */
export type Tier = (typeof TIERS)[number];

/** How an actor stands to the talks. */
export type Standing = (typeof STANDINGS)[number];

/** A source that the dossier lists, with or without a feed. */
export type DossierSource = Dossier["sources"][number];

type Problem = readonly [path: readonly (string | number)[], message: string];
type Entries = readonly Readonly<Record<string, unknown>>[];

const ACTOR_REFERENCES = [
  ["people", "actor"],
  ["institutions", "actor"],
  ["feeds", "side"],
  ["sources", "side"],
] as const;

const UNIQUE_KEYS = [
  ["actors", "code"],
  ["people", "name"],
  ["institutions", "name"],
  ["venues", "city"],
  ["topics", "id"],
  ["otherTalks", "id"],
  ["chronology", "id"],
  ["feeds", "id"],
  ["feeds", "url"],
  ["sources", "id"],
] as const;

function unknownActors(dossier: Dossier): Problem[] {
  const codes = new Set<unknown>(dossier.actors.map((actor) => actor.code));
  return ACTOR_REFERENCES.flatMap(([list, key]) => {
    const entries: Entries = dossier[list];
    return entries.flatMap((entry, i): Problem[] => {
      const code = entry[key];
      if (typeof code !== "string" || codes.has(code)) return [];
      return [[[list, i, key], `${code} is not among the actors`]];
    });
  });
}

function repetitions(dossier: Dossier): Problem[] {
  return UNIQUE_KEYS.flatMap(([list, key]) => {
    const entries: Entries = dossier[list];
    const values = entries.map((entry) => String(entry[key]));
    return values.flatMap((value, i): Problem[] =>
      values.indexOf(value) === i ? [] : [[[list, i, key], `${value} is listed twice`]],
    );
  });
}
