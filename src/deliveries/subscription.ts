import type { Language } from "../lib/language.ts";
import type { Address } from "../platform/address.ts";
import type { QuietHours, Schedule } from "./schedule.ts";

/** Names a subscription: 12 characters of `a-z 0-9`, drawn at random. */
export type SubscriptionId = string & { readonly __brand: "SubscriptionId" };

/** Moments of a round that a subscription may be briefed at. */
export const ROUND_MOMENTS = ["day-before", "hour-before", "start", "end"] as const;
export type RoundMoment = (typeof ROUND_MOMENTS)[number];

/** Kinds of change that a subscription may be alerted to at once. */
export const ALERT_KINDS = ["phase", "round", "delegation", "event"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What one target gets of one set of talks, and when. A target may have several. */
export type Subscription = {
  readonly id: SubscriptionId;
  readonly address: Address;
  /** Who made it, as {@link Asker.id}; told in private when it ends. Null once that is unknown. */
  readonly owner: string | null;
  readonly talks: string;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly form: "brief" | "full";
  /** Whether briefings, and answers to /status, come with a picture. */
  readonly picture: boolean;
  /** Null for no scheduled briefings. */
  readonly schedule: Schedule | null;
  readonly roundMoments: readonly RoundMoment[];
  readonly alerts: readonly AlertKind[];
  /** Events alert from this intensity down: PLOVER's score, −10 to 0. */
  readonly eventIntensity: number;
  /** Alerts on less certain news are not sent: 0 to 1. */
  readonly minimumConfidence: number;
  readonly quietHours: QuietHours | null;
  readonly status: SubscriptionStatus;
  /** When the next scheduled briefing is due; null without schedule. */
  readonly nextAt: Date | null;
  /** When alerts held back are released; null while none are. */
  readonly releaseAt: Date | null;
  /** Names the digest that was told last, in the digest archive. */
  readonly toldDigest: string | null;
  readonly createdAt: Date;
};

export type SubscriptionStatus =
  | { readonly kind: "active" }
  /** Until an instant, or until somebody resumes it. */
  | { readonly kind: "paused"; readonly until: Date | null }
  /** By the platform: blocked, kicked, deleted. Somebody who comes back may resume it. */
  | { readonly kind: "ended"; readonly at: Date; readonly reason: string };
