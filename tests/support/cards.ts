import type { Digest, Tension } from "../../src/digest/digest.ts";
import type { Language } from "../../src/lib/language.ts";
import { addDays } from "../../src/lib/calendar-date.ts";
import { EMPTY_DIGEST, ONE_MANS_WORD, RICH_DIGEST } from "./digests.ts";

/** A month of tension that ends on 5 February 2026; two days of it have no figure. */
const MONTH: Tension["series"] = [
  -1.2, -1.4, -1.1, -1.8, -2.5, -2.4, -2.2, -3.1, -4.6, -5.2, -5.8, -6.4, -6.9, -6.6, -6.1, -5.9,
  -6.3, -6.8, -6.2, -5.1, -4.8, -4.9, -4.4, -3.6, -2.9, -2.2, -2.6, -2.4,
].flatMap((value, at) => {
  const date = addDays("2026-01-09", at);
  return at === 15 || at === 16 ? [] : [{ date, value }];
});

const SCHEDULED: Digest = {
  ...RICH_DIGEST,
  contested: false,
  disputes: [],
  lastRound: { ...RICH_DIGEST.lastRound!, date: "2026-01-18" },
  tension: { now: -2.4, weekAgo: -4.9, series: MONTH },
};

const LONG_NAME =
  "Her Excellency Ambassador Maria-Theresia von und zu Hohenlohe-Waldenburg-Schillingsfürst";

const seated = (head: string, others: readonly string[]) =>
  [head, ...others].map((person) => ({ person, role: null, head: person === head }));

const IRANIANS = [
  "Majid Takht-Ravanchi",
  "Kazem Gharibabadi",
  "Esmail Baghaei",
  "Hamid Ghanbari",
  "Mohammad Eslami",
];

/** What became of a round that was scheduled. */
const STOPPED: Digest = {
  ...SCHEDULED,
  phaseSince: "2026-02-05T15:10:00.000Z",
  confidence: 0.88,
  confirmation: "both-parties",
  nextRound: null,
};

const CALLED_OFF = {
  date: "2026-02-06",
  venue: { city: "Muscat", country: "OMN" },
  citations: [1],
} as const;

/** Digests as cards are drawn of them, each for something that may go wrong. */
export const CARD_DIGESTS: Readonly<Record<string, Digest>> = {
  scheduled: SCHEDULED,
  contested: {
    ...SCHEDULED,
    confidence: 0.41,
    confirmation: "one-outlet",
    contested: true,
    disputes: RICH_DIGEST.disputes,
    nextRound: { ...SCHEDULED.nextRound!, status: "in-doubt", confirmation: "one-outlet" },
  },
  underway: {
    ...SCHEDULED,
    at: "2026-02-06T09:30:00.000Z",
    phase: "underway",
    phaseSince: "2026-02-06T06:05:00.000Z",
    confidence: 0.93,
    confirmation: "mediator-or-host",
    nextRound: { ...SCHEDULED.nextRound!, status: "underway" },
  },
  "nothing-known": EMPTY_DIGEST,
  "long-names": {
    ...SCHEDULED,
    phase: "concluded-without-agreement",
    phaseAttributedTo: LONG_NAME,
    nextRound: {
      ...SCHEDULED.nextRound!,
      venue: {
        city: "The Conference Centre of the Sultan Qaboos Higher Centre for Culture and Science",
        country: "OMN",
      },
      attributedTo:
        "سعادة السفير الدكتور عبد الرحمن بن عبد العزيز آل محمد الفلاني المفوض فوق العادة",
    },
    delegations: [
      {
        party: "IRN",
        members: [{ person: "سید محمدرضا حسینی‌نژاد کاشانی‌پور اصفهانی", role: null, head: true }],
        citations: [1],
      },
      { party: "USA", members: [{ person: LONG_NAME, role: null, head: true }], citations: [2] },
      {
        party: "GBR",
        members: [{ person: "Steve Witkoff", role: null, head: true }],
        citations: [2],
      },
    ],
  },
  "no-next-round": {
    ...SCHEDULED,
    phase: "adjourned",
    phaseSince: "2026-01-18T15:00:00.000Z",
    confidence: 0.62,
    confirmation: "one-party",
    nextRound: null,
    lastRound: { ...SCHEDULED.lastRound!, date: "2026-01-18", outcome: "to-resume" },
    sources: RICH_DIGEST.sources.slice(0, 1),
  },
  "one-mans-word": ONE_MANS_WORD,
  "whole-delegations": {
    ...SCHEDULED,
    delegations: [
      { party: "IRN", members: seated("Abbas Araghchi", IRANIANS), citations: [1] },
      { party: "USA", members: seated("Steve Witkoff", ["Jared Kushner"]), citations: [2] },
      { party: "OMN", members: seated("Badr Albusaidi", []), citations: [2] },
    ],
    tension: { ...SCHEDULED.tension, rounds: ["2026-01-12", "2026-01-18"] },
  },
  unreported: {
    ...SCHEDULED,
    at: "2026-02-09T18:00:00.000Z",
    confidence: 0.34,
    confirmation: null,
    nextRound: null,
    unreportedRound: { date: "2026-02-06", citations: [1] },
  },
  cancelled: {
    ...STOPPED,
    phase: "cancelled",
    calledOffRound: { ...CALLED_OFF, status: "cancelled" },
  },
  postponed: {
    ...STOPPED,
    phase: "postponed",
    calledOffRound: { ...CALLED_OFF, status: "postponed" },
  },
  "in-doubt": {
    ...STOPPED,
    phase: "in-doubt",
    nextRound: { ...SCHEDULED.nextRound!, status: "in-doubt" },
  },
};

/** Where readers of each language are taken to be. */
export const CARD_ZONES: Readonly<Record<Language, string>> = {
  en: "Europe/London",
  ar: "Asia/Muscat",
  fa: "Asia/Tehran",
};
