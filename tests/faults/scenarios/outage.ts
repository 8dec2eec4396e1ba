import { setTimeout as pause } from "node:timers/promises";
import { inWords, NONE, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { sentAtLeast } from "./kill.ts";

const STEP_MS = 20_000;
/** Real time in which the program may try whatever falls due in a step. */
const BREATH_MS = 80;
const MINUTE_MS = 60_000;
const FLOOD = 200;

/** How long nobody answers at the platforms, and how long a gateway answers with errors then, in minutes. */
type Way = { readonly refuses: number; readonly errs: number };
const WAYS: readonly [Way, ...Way[]] = [
  { refuses: 0, errs: 60 },
  { refuses: 30, errs: 30 },
  { refuses: 60, errs: 0 },
];

/**
 * Both platforms go away for an hour while much is owed, in a drawn way. Then they are back, and turn many away
 * with 429.
 */
export async function endureOutage(world: World, draw: Draw): Promise<Told> {
  const { telegram, discord } = world.chats;
  const { refuses, errs } = draw.pick<Way>(WAYS);
  const status = draw.pick([502, 503]);
  const bot = world.start();
  await sentAtLeast(world, draw.between(1, 100));
  const killedAt = `refused ${refuses} min, ${status} ${errs} min: ${inWords(await progressOf(world.url))}`;
  if (refuses > 0) await refuse(world, refuses);
  if (errs > 0) await answerWith(world, status, errs);
  flood(world);
  await pass(world, 2);
  telegram.faults.clear();
  discord.clearFaults();
  await pass(world, 20);
  const wrong = await settled(world, bot);
  const code = await bot.stop();
  return {
    killedAt,
    inFlight: NONE,
    wrong: code === 0 ? wrong : [...wrong, `it ended with ${code}`],
  };
}

async function refuse(world: World, minutes: number): Promise<void> {
  const { telegram, discord } = world.chats;
  const away = telegram.restart(realMsOf(minutes));
  await discord.stop();
  await pass(world, minutes);
  await away;
  await discord.start();
}

async function answerWith(world: World, status: number, minutes: number): Promise<void> {
  const { telegram, discord } = world.chats;
  telegram.faults.randomly(1, [{ kind: "error", status, description: "Bad Gateway" }]);
  discord.failNext("any", { kind: "answer", status }, 1_000_000);
  await pass(world, minutes);
  discord.clearFaults();
}

function flood({ chats: { telegram, discord } }: World): void {
  telegram.faults.randomly(
    0.6,
    [1, 2].map((seconds) => turnedAway(seconds)),
  );
  discord.failNext("create_message", FULL_BUCKET, FLOOD);
}

/** About as long as so many minutes pass in steps. */
const realMsOf = (minutes: number): number => (minutes * MINUTE_MS * BREATH_MS) / STEP_MS;

async function pass(world: World, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes * MINUTE_MS; passed += STEP_MS) {
    world.pass(STEP_MS);
    await pause(BREATH_MS);
  }
}

const turnedAway = (seconds: number) =>
  ({
    kind: "error",
    status: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }) as const;

const FULL_BUCKET = {
  kind: "answer",
  status: 429,
  body: { message: "You are being rate limited.", retry_after: 0.5, global: false },
  headers: { "retry-after": "1", "x-ratelimit-scope": "user" },
} as const;
