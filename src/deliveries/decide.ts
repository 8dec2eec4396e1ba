import type { Alert } from "../digest/alert.ts";
import type { Digest } from "../digest/digest.ts";
import { certaintyOf } from "./certainty.ts";
import type { Occasion, OccasionKind } from "./occasion.ts";
import { quietEnd } from "./quiet-hours.ts";
import type { RoundMoment, Subscription } from "./subscription.ts";

/** Why a subscription is not told of something. */
export type SkipReason =
  | "paused"
  | "ended"
  | "not-wanted"
  | "too-uncertain"
  | "too-mild"
  | "already-told"
  | "expired"
  | "missed"
  | "not-followed";

/** Whether a subscription is told of an occasion, and of how much of it. */
export type Decision =
  | { readonly kind: "send"; readonly what: OccasionKind; readonly dueAt: Date }
  | { readonly kind: "hold"; readonly until: Date }
  | { readonly kind: "skip"; readonly reason: SkipReason };

/** An occasion with the digest of its moment. */
export type Told = { readonly occasion: Occasion; readonly digest: Digest };

/** Decides who gets what: pure, and every silence has its reason. */
export function decide(subscription: Subscription, told: Told, now: Date): Decision {
  const idle = whyIdle(subscription, now) ?? (told.occasion.expiresAt <= now ? "expired" : null);
  if (idle !== null) return { kind: "skip", reason: idle };
  const wanted = wantedOf(subscription, told);
  if ("reason" in wanted) return { kind: "skip", reason: wanted.reason };
  const { quietHours, timeZone } = subscription;
  const until = quietHours === null ? null : quietEnd(quietHours, timeZone, now);
  if (until === null || isUrgent(wanted.what))
    return { kind: "send", what: wanted.what, dueAt: now };
  // An operator's words do not change overnight; the talks may.
  if (wanted.what.kind === "broadcast") return { kind: "send", what: wanted.what, dueAt: until };
  return { kind: "hold", until };
}

function whyIdle({ status }: Subscription, now: Date): SkipReason | null {
  switch (status.kind) {
    case "active":
      return null;
    case "ended":
      return "ended";
    case "paused":
      return status.until === null || status.until > now ? "paused" : null;
  }
}

type Wanted = { readonly what: OccasionKind } | { readonly reason: SkipReason };

function wantedOf(subscription: Subscription, { occasion, digest }: Told): Wanted {
  const { what } = occasion;
  switch (what.kind) {
    case "alert":
      return wantedAlerts(subscription, what.alerts, digest);
    case "round-moment":
      if (!subscription.roundMoments.includes(what.moment)) return { reason: "not-wanted" };
      return isToldByAlert(subscription, what.moment, digest)
        ? { reason: "already-told" }
        : { what };
    case "correction":
    case "broadcast":
      return { what };
  }
}

/** Those of several alerts that a subscription wants, or why it wants none. */
export function wantedAlerts(
  subscription: Subscription,
  alerts: readonly Alert[],
  digest: Digest,
): { readonly what: Extract<OccasionKind, { kind: "alert" }> } | { readonly reason: SkipReason } {
  const judged = alerts.map((alert) => ({
    alert,
    reason: whyUnwanted(subscription, alert, digest),
  }));
  const [first, ...rest] = judged.filter(({ reason }) => reason === null).map(({ alert }) => alert);
  return first === undefined
    ? { reason: weightiest(judged.map(({ reason }) => reason)) }
    : { what: { kind: "alert", alerts: [first, ...rest] } };
}

function whyUnwanted(subscription: Subscription, alert: Alert, digest: Digest): SkipReason | null {
  if (!subscription.alerts.includes(alert.kind)) return "not-wanted";
  if (alert.kind === "event" && alert.event.intensity > subscription.eventIntensity)
    return "too-mild";
  return certaintyOf(alert, digest) < subscription.minimumConfidence ? "too-uncertain" : null;
}

/** What came nearest to being sent tells most. */
const weightiest = (reasons: readonly (SkipReason | null)[]): SkipReason =>
  (["too-uncertain", "too-mild"] as const).find((reason) => reasons.includes(reason)) ??
  "not-wanted";

/** The alert to the phase tells of a beginning already. */
const isToldByAlert = (
  { alerts, minimumConfidence }: Subscription,
  moment: RoundMoment,
  { confidence }: Digest,
): boolean => moment === "start" && alerts.includes("phase") && confidence >= minimumConfidence;

/** What cannot wait for the morning: by then the round has begun, or a mistake has been believed. */
const isUrgent = (what: OccasionKind): boolean =>
  what.kind === "correction" || (what.kind === "round-moment" && what.moment === "hour-before");
