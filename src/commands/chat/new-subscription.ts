import type { QuietHours } from "../../deliveries/schedule.ts";
import type { Subscription, SubscriptionId } from "../../deliveries/subscription.ts";
import type { Asked, CommandContext } from "../command.ts";
import { replanned, USUAL_TIME } from "./scheduling.ts";

/**
 * More than a lone outlet (0.5) or aggregator (0.3) gives, less than one party's own word (0.6). What
 * sources contradict keeps 0.6 of its confidence, so that only what would else be 0.95 sure alerts.
 */
export const MINIMUM_CONFIDENCE = 0.57;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- HH:MM
const NIGHT = { from: "23:00", until: "07:00" } as QuietHours;

/** Uses of force and attacks. */
const GRAVE = -7;

/** What one press subscribes to: a briefing each morning, and what changes the course of the talks at once. */
export function newSubscription(asked: Asked, context: CommandContext): Subscription {
  const { from, asker, talks, language, timeZone, now } = asked;
  return replanned(
    {
      id: newId(context.random),
      address: from,
      owner: asker.id,
      talks: talks.names.dossier.id,
      language,
      timeZone,
      form: "brief",
      picture: true,
      schedule: { kind: "daily", at: USUAL_TIME },
      roundMoments: ["day-before", "hour-before"],
      alerts: ["phase", "round"],
      eventIntensity: GRAVE,
      minimumConfidence: MINIMUM_CONFIDENCE,
      quietHours: NIGHT,
      status: { kind: "active" },
      nextAt: null,
      releaseAt: null,
      toldDigest: null,
      createdAt: now,
    },
    now,
  );
}

const ID_LENGTH = 12;
const ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

const newId = (random: () => number): SubscriptionId =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes them
  Array.from({ length: ID_LENGTH }, () =>
    ID_CHARACTERS.charAt(Math.floor(random() * ID_CHARACTERS.length)),
  ).join("") as SubscriptionId;
