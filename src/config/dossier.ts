import { z } from "zod";
import { InEveryLanguage, LanguageSchema } from "../lib/language.ts";

const Identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case words and hyphens");
const ActorCode = z.string().regex(/^[A-Z][A-Z0-9]{1,4}$/, "use an ISO 3166 alpha-3 code, or IAEA");
const Country = z.string().regex(/^[A-Z]{3}$/, "use an ISO 3166 alpha-3 code");
const Day = z.iso.date();

/** How something may be written in each language; spelling variants that differ only in
 * diacritics, alef, yeh or kaf forms need no entry of their own. */
const Aliases = z.strictObject({
  en: z.array(z.string().min(1)).default([]),
  ar: z.array(z.string().min(1)).default([]),
  fa: z.array(z.string().min(1)).default([]),
});

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
  timeZone: z.string().min(1),
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
  kind: z.enum(["round", "war", "strike", "protest", "agreement", "sanction", "statement"]),
  names: InEveryLanguage,
  /** How articles refer back to it: "the twelve-day war", "last June's attack". */
  aliases: Aliases.prefault({}),
  source: z.string().min(1),
});

/** How far a feed's word goes: its own side's official voice, a wire, an outlet, or one that repeats others. */
export const TIERS = ["official", "wire", "outlet", "aggregator"] as const;

const Feed = z.strictObject({
  id: Identifier,
  url: z.url({ protocol: /^https?$/ }),
  name: z.string().min(1),
  /** Names under which articles or items files give this source. */
  also: z.array(z.string().min(1)).default([]),
  /** Who owns it; feeds of one owner count as one source. */
  owner: z.string().min(1),
  tier: z.enum(TIERS),
  /** The actor whose side it speaks for, if any. */
  side: ActorCode.optional(),
  lang: LanguageSchema,
  /** Dedicated to these talks or general news; general feeds pass the relevance filter. */
  pollEveryMs: z.int().min(60_000).default(600_000),
});

/** What is known of one set of talks before any article is read (`seeds/talks/*.yaml`). */
export const Dossier = z
  .strictObject({
    id: Identifier,
    names: InEveryLanguage,
    /** Where dates without a zone are read: the zone of the talks' usual host. */
    timeZone: z.string().min(1),
    actors: z.array(Actor).min(2),
    people: z.array(Person),
    institutions: z.array(Institution),
    venues: z.array(Venue),
    topics: z.array(Topic),
    otherTalks: z.array(OtherTalks),
    chronology: z.array(Milestone),
    feeds: z.array(Feed),
  })
  .superRefine((dossier, context) => {
    const codes = new Set(dossier.actors.map((actor) => actor.code));
    const known = (code: string | undefined, path: (string | number)[]) => {
      if (code === undefined || codes.has(code)) return;
      context.addIssue({ code: "custom", path, message: `${code} is not among the actors` });
    };
    for (const [i, person] of dossier.people.entries()) known(person.actor, ["people", i, "actor"]);
    for (const [i, office] of dossier.institutions.entries())
      known(office.actor, ["institutions", i, "actor"]);
    for (const [i, feed] of dossier.feeds.entries()) known(feed.side, ["feeds", i, "side"]);
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
