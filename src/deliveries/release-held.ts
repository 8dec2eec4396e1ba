import { composeHeld } from "../messages/alerts/compose-held.ts";
import { composeRoundMoment, type MomentTold } from "../messages/alerts/compose-round-moment.ts";
import type { Message } from "../messages/message.ts";
import type { BriefingDesk, Owing, Standing } from "./briefing-desk.ts";
import { type SkipReason, wantedAlerts } from "./decide.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf } from "./identify.ts";
import type { Occasion } from "./occasion.ts";
import { nominalBeginning } from "./plan-rounds.ts";
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
  run: { readonly desk: BriefingDesk; readonly standing: Standing; readonly now: Date },
): Promise<Release> {
  const { desk, standing, now } = run;
  const held = await stores.occasions.release(subscription.id);
  const fresh = held.filter(({ at }) => now.getTime() - at.getTime() < STALE_MS);
  const alerts = await wantedOf(stores, subscription, { desk, held: fresh });
  const moment = alerts.length > 0 ? null : momentStanding(standing, { held: fresh, now });
  if (alerts.length === 0 && moment === null)
    return { owed: [], skipped: held.length === 0 ? [] : ["expired"] };
  const told = desk.composeOnce(["held", subscription.talks, alerts, moment], subscription, () =>
    moment === null
      ? heldMessage(standing, subscription, alerts)
      : momentMessage(standing, subscription, moment),
  );
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
  { desk, held }: { readonly desk: BriefingDesk; readonly held: readonly Occasion[] },
): Promise<HeldAlerts[]> {
  const wanted: HeldAlerts[] = [];
  for (const { at, what, digest: name } of held) {
    const then = what.kind === "alert" ? await desk.archived(name, archive) : null;
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
): Message {
  const alerts = held.flatMap((each) => each.alerts);
  const since = held[0]?.at ?? new Date(digest.at);
  return composeHeld(names, digest, { since, alerts }, { language, timeZone });
}

const momentMessage = (
  { names, digest }: Standing,
  { language, timeZone, form }: Subscription,
  moment: Moment,
): Message => composeRoundMoment(names, digest, { ...moment, form }, { language, timeZone });

type Moment = Pick<MomentTold, "moment" | "round">;

/** The last of a round's moments that were held back, if it still is one. */
function momentStanding(
  { names, digest }: Standing,
  { held, now }: { readonly held: readonly Occasion[]; readonly now: Date },
): Moment | null {
  const last = held.findLast(({ what }) => what.kind === "round-moment")?.what;
  if (last?.kind !== "round-moment") return null;
  const { moment, round } = last;
  const ahead = digest.nextRound;
  switch (moment) {
    case "day-before":
      return ahead !== null &&
        ahead.date === round.date &&
        nominalBeginning(ahead, names.dossier.timeZone) > now
        ? { moment, round: ahead }
        : null;
    case "hour-before":
      return null;
    case "start":
      return digest.phase === "underway" ? { moment, round } : null;
    case "end":
      return digest.phase === "underway" ? null : { moment, round };
  }
}

/** What a correction would take back. */
const tellingOf = (held: readonly Occasion[]): Occasion | undefined =>
  held.findLast(
    ({ what }) => what.kind === "alert" && what.alerts.some(({ kind }) => kind === "phase"),
  ) ?? held.at(-1);
