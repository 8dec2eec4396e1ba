import { composeHeld } from "../messages/alerts/compose-held.ts";
import { composeRoundMoment } from "../messages/alerts/compose-round-moment.ts";
import type { Message } from "../messages/message.ts";
import type { Owing, Standing } from "./briefing-desk.ts";
import { type SkipReason, wantedAlerts } from "./decide.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf, outgoing } from "./identify.ts";
import { localInstant } from "./local-instant.ts";
import type { Occasion } from "./occasion.ts";
import type { Subscription } from "./subscription.ts";

const HOUR_MS = 3_600_000;
/** What was held back longer, over a pause or while the program was down, is no news any more. */
const STALE_MS = 24 * HOUR_MS;
const WORTH_MS = 6 * HOUR_MS;

/** What releasing comes to: one message for all that was held, or why there is none. */
export type Release = { readonly owed: readonly Owing[]; readonly skipped: readonly SkipReason[] };

/** Owes all that was held back for a subscription as one message, told as things stand now. */
export async function releaseHeld(
  stores: DeliveryStores,
  subscription: Subscription,
  { standing, now }: { readonly standing: Standing; readonly now: Date },
): Promise<Release> {
  const held = await stores.occasions.release(subscription.id);
  const fresh = held.filter(({ at }) => now.getTime() - at.getTime() < STALE_MS);
  const alerts = await wantedOf(stores, subscription, fresh);
  const message =
    alerts.length > 0
      ? heldMessage(standing, subscription, alerts)
      : momentMessage(standing, subscription, { held: fresh, now });
  if (message === null) return { owed: [], skipped: held.length === 0 ? [] : ["expired"] };
  const told = outgoing(message);
  const owed = {
    id: deliveryIdOf("release", subscription.id, subscription.releaseAt),
    kind: alerts.length > 0 ? "alert" : "round",
    messageId: told.id,
    subscription: subscription.id,
    occasion: tellingOf(fresh)?.id ?? null,
    to: subscription.address,
    edits: null,
    dueAt: now,
    expiresAt: new Date(now.getTime() + WORTH_MS),
  } as const;
  return { owed: [{ message: told, owed }], skipped: [] };
}

type WantedAlerts = Extract<Occasion["what"], { kind: "alert" }>["alerts"];
type HeldAlerts = { readonly at: Date; readonly alerts: WantedAlerts };

/** Wishes may have changed since it was held. */
async function wantedOf(
  { archive }: DeliveryStores,
  subscription: Subscription,
  held: readonly Occasion[],
): Promise<HeldAlerts[]> {
  const wanted: HeldAlerts[] = [];
  for (const { at, what, digest: name } of held) {
    const then = what.kind === "alert" ? await archive.find(name) : null;
    if (what.kind !== "alert" || then === null) continue;
    const judged = wantedAlerts(subscription, what.alerts, then);
    if ("what" in judged) wanted.push({ at, alerts: judged.what.alerts });
  }
  return wanted;
}

function heldMessage(
  { names, digest }: Standing,
  { language, timeZone }: Subscription,
  held: readonly HeldAlerts[],
): Message | null {
  const [first] = held;
  if (first === undefined) return null;
  const alerts = held.flatMap((each) => each.alerts);
  return composeHeld(names, digest, { since: first.at, alerts }, { language, timeZone });
}

type Held = { readonly held: readonly Occasion[]; readonly now: Date };

/** The last of a round's moments, if it still is one. */
function momentMessage(
  { names, digest }: Standing,
  { language, timeZone, form }: Subscription,
  { held, now }: Held,
): Message | null {
  const last = held.findLast(({ what }) => what.kind === "round-moment")?.what;
  if (last?.kind !== "round-moment") return null;
  const { moment, round } = last;
  const ahead = digest.nextRound;
  const home = names.dossier.timeZone;
  const stands = {
    "day-before":
      ahead !== null &&
      ahead.date !== null &&
      ahead.date === round.date &&
      localInstant(ahead.date, ahead.time ?? "09:00", ahead.timeZone ?? home) > now,
    "hour-before": false,
    start: digest.phase === "underway",
    end: digest.phase !== "underway",
  }[moment];
  if (!stands) return null;
  const told = moment === "day-before" && ahead !== null ? ahead : round;
  return composeRoundMoment(names, digest, { moment, round: told, form }, { language, timeZone });
}

/** What a correction would take back. */
const tellingOf = (held: readonly Occasion[]): Occasion | undefined =>
  held.findLast(
    ({ what }) => what.kind === "alert" && what.alerts.some(({ kind }) => kind === "phase"),
  ) ?? held.at(-1);
