import { composeHeld } from "../messages/alerts/compose-held.ts";
import { composeRoundMoment, type MomentTold } from "../messages/alerts/compose-round-moment.ts";
import type { Message } from "../messages/message.ts";
import type { BriefingDesk, Owing, Standing } from "./briefing-desk.ts";
import { type SkipReason, wantedAlerts } from "./decide.ts";
import type { DeliveryId, OwedDelivery } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import { deliveryIdOf, tellingIdOf } from "./identify.ts";
import type { Occasion, OccasionId } from "./occasion.ts";
import { nominalBeginning } from "./plan-rounds.ts";
import type { Subscription } from "./subscription.ts";
import { withPicture } from "./with-picture.ts";

const HOUR_MS = 3_600_000;
/** What was held back longer, over a pause or while the program was down, is no news any more. */
const STALE_MS = 24 * HOUR_MS;
const WORTH_MS = 6 * HOUR_MS;

/** What releasing comes to: one message for all that was held, or why there is none. */
export type Release = { readonly owed: readonly Owing[]; readonly skipped: readonly SkipReason[] };

/** What a release is part of. */
export type ReleaseRun = {
  readonly desk: BriefingDesk;
  readonly standing: Standing;
  readonly now: Date;
  /** What the same run tells which address, by {@link tellingIdOf}; grows. */
  readonly told: Set<DeliveryId>;
};

/**
 * Owes all that was held back for a subscription as one message, told as things stand now. What another
 * subscription of its address was told meanwhile is left out.
 */
export async function releaseHeld(
  stores: DeliveryStores,
  subscription: Subscription,
  run: ReleaseRun,
): Promise<Release> {
  const { desk, standing, now } = run;
  const held = await stores.occasions.release(subscription.id);
  if (held.length === 0) return { owed: [], skipped: [] };
  const untold = await untoldOf(stores, subscription, held, run);
  if (untold.length === 0) return { owed: [], skipped: ["already-told"] };
  const fresh = untold.filter(({ at }) => now.getTime() - at.getTime() < STALE_MS);
  const alerts = await wantedOf(stores, subscription, { desk, held: fresh });
  const moment = alerts.length > 0 ? null : momentStanding(standing, { held: fresh, now });
  if (alerts.length === 0 && moment === null) return { owed: [], skipped: ["expired"] };
  const told = desk.composeOnce(["held", subscription.talks, alerts, moment], subscription, () =>
    moment === null
      ? heldMessage(standing, subscription, alerts)
      : momentMessage(standing, subscription, moment),
  );
  const tells = moment === null ? alerts : fresh.filter(({ what }) => what.kind === "round-moment");
  for (const { id } of tells) run.told.add(tellingIdOf(id, subscription.address));
  const [occasion = null, ...alsoTells] = tells.map(({ id }) => id);
  const owed: OwedDelivery = {
    id: deliveryIdOf("release", subscription.id, subscription.releaseAt),
    kind: alerts.length > 0 ? "alert" : "round",
    messageId: told.id,
    subscription: subscription.id,
    occasion,
    alsoTells,
    to: subscription.address,
    edits: null,
    dueAt: now,
    expiresAt: new Date(now.getTime() + WORTH_MS),
  };
  return { owed: [{ message: told, owed }], skipped: [] };
}

/** Those that nobody at the address was told, in this run or before. */
async function untoldOf(
  { outbox }: DeliveryStores,
  { address }: Subscription,
  held: readonly Occasion[],
  { told }: ReleaseRun,
): Promise<readonly Occasion[]> {
  const before = await outbox.toldAt(
    address,
    held.map(({ id }) => id),
  );
  return held.filter(({ id }) => !before.has(id) && !told.has(tellingIdOf(id, address)));
}

type WantedAlerts = Extract<Occasion["what"], { kind: "alert" }>["alerts"];
type HeldAlerts = { readonly id: OccasionId; readonly at: Date; readonly alerts: WantedAlerts };

/** Wishes may have changed since it was held. */
async function wantedOf(
  { archive }: DeliveryStores,
  subscription: Subscription,
  { desk, held }: { readonly desk: BriefingDesk; readonly held: readonly Occasion[] },
): Promise<HeldAlerts[]> {
  const wanted: HeldAlerts[] = [];
  for (const { id, at, what, digest: name } of held) {
    const then = what.kind === "alert" ? await desk.archived(name, archive) : null;
    if (what.kind !== "alert" || then === null) continue;
    const judged = wantedAlerts(subscription, what.alerts, then);
    if ("what" in judged) wanted.push({ id, at, alerts: judged.what.alerts });
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

function momentMessage(
  { names, digest }: Standing,
  subscription: Subscription,
  moment: Moment,
): Message {
  const { language, timeZone, form } = subscription;
  const told = { ...moment, form };
  const message = composeRoundMoment(names, digest, told, { language, timeZone });
  return withPicture(message, { names, digest }, subscription);
}

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
