import type { Occasion } from "../../../src/deliveries/occasion.ts";
import { occasionIdOf } from "../../../src/deliveries/identify.ts";
import type { Subscription, SubscriptionId } from "../../../src/deliveries/subscription.ts";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { createLog, type Log } from "../../../src/lib/log.ts";
import type { Window } from "../../../src/platform/pace.ts";

/** The bot's token, which the loopback server knows. */
export const TOKEN = "42:loopback";

/** What both systems send with, handed to each as JSON. */
export type Load = {
  readonly apiRoot: string;
  readonly folder: string;
  readonly size: number;
  /** How many times as many messages the server takes as Telegram does. */
  readonly factor: number;
};

/** What a system tells when all is sent. */
export type Sent = {
  /** From the alert until all deliveries are owed in the store; 0 where nothing is stored. */
  readonly enqueueMs: number;
  /** From the first send to the last answer. */
  readonly sendingMs: number;
  readonly cpuMsPerMessage: number;
  readonly peakRssMb: number;
  /** As sending began, and when a share of all was sent. */
  readonly rssMbAt: Readonly<Record<string, number>>;
};

/** The load that a parent handed over. */
export function givenLoad(): Load {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the bench
  return JSON.parse(process.argv[2] ?? "") as Load;
}

/** A private chat for each reader. */
export const chatIdOf = (n: number): number => 1_000_000 + n;

/** The languages in turn. */
const languageOf = (n: number): Language => LANGUAGES[n % LANGUAGES.length] ?? "en";

/** Telegram's limit over all chats (https://core.telegram.org/bots/faq), as wide as the server's. */
export const overallOf = (factor: number): Window => ({ messages: 30 * factor, ms: 1_000 });

/** The same within a chat. */
export const withinChatOf = (factor: number): Window => ({ messages: 1, ms: 1_000 / factor });

/** Everybody gets alerts at once. */
export const subscriptionOf = (n: number, at: Date): Subscription => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
  id: `s${String(n).padStart(11, "0")}` as SubscriptionId,
  address: { platform: "telegram", channel: String(chatIdOf(n)), thread: null },
  owner: `telegram:${chatIdOf(n)}`,
  talks: "iran-us",
  language: languageOf(n),
  timeZone: "Asia/Muscat",
  form: "brief",
  picture: false,
  schedule: null,
  roundMoments: [],
  alerts: ["phase"],
  eventIntensity: 0,
  minimumConfidence: 0,
  quietHours: null,
  status: { kind: "active" },
  nextAt: null,
  releaseAt: null,
  toldDigest: null,
  createdAt: at,
});

/** The talks have begun. */
export const alertOf = (at: Date, digest: string): Occasion => ({
  id: occasionIdOf("broadcast bench"),
  talks: "iran-us",
  at,
  expiresAt: new Date(at.getTime() + 6 * 3_600_000),
  what: { kind: "alert", alerts: [{ kind: "phase", from: "scheduled", to: "underway" }] },
  digest,
});

/** Says what goes wrong, where it does not disturb the figures. */
export const createBenchLog = (): Log =>
  createLog({ level: "warn", secrets: [], write: (line) => process.stderr.write(line) });
