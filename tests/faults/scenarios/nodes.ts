import { setTimeout as pause } from "node:timers/promises";
import type { BotProcess } from "../support/bot-process.ts";
import { inWords, type Outcome, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { platformOf, progressOf, unrecordedIn } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { begun, PAST_LEASES_MS, type Phase } from "./kill.ts";

/** Longer than a node's leases last, by the clock of the database, which is real. */
const FROZEN_MS = 15_000;
/** By then a node that lives has written down what it had under way. */
const WRITTEN_MS = 2_000;

/**
 * Three nodes work on one database. In a drawn phase one is killed and another one stands still; once its leases
 * have run out, and the third has begun with what both had, it goes on.
 */
export async function loseNodes(world: World, draw: Draw): Promise<Told> {
  const nodes = [world.start(), world.start(), world.start()] as const;
  const phase = draw.pick<Phase>(["ingest", "assess", "fan-out", "send"]);
  const met = await begun(world, anyOf(nodes), draw, phase);
  const first = draw.between(0, 2);
  const [killed, frozen, left] = [0, 1, 2].map((n) => nodes[(first + n) % 3]);
  if (killed === undefined || frozen === undefined || left === undefined) throw new Error("none");
  await killed.kill();
  frozen.signal("SIGSTOP");
  await pause(100);
  const unwritten = await unrecordedIn(world);
  await pause(WRITTEN_MS);
  const stillUnwritten = await unrecordedIn(world);
  const inFlight = countOf([...unwritten].filter((one) => stillUnwritten.has(one)));
  const killedAt = `${phase}: ${inWords(await progressOf(world.url))}`;
  world.pass(PAST_LEASES_MS);
  await pause(FROZEN_MS + draw.between(0, 5_000));
  frozen.signal("SIGCONT");
  const wrong = [...met, ...(await settled(world, left))];
  const codes = [await frozen.stop(), await left.stop()];
  const ended = codes.every((code) => code === 0) ? [] : [`they ended with ${codes.join(", ")}`];
  const strays = nodes.flatMap((node) => node.strays).map((line) => `stray: ${line}`);
  return { killedAt, inFlight, wrong: [...wrong, ...ended, ...strays] };
}

/** What any of the nodes says. */
const anyOf = (nodes: readonly [BotProcess, ...BotProcess[]]): BotProcess => ({
  ...nodes[0],
  heed: (listener) => {
    for (const node of nodes) node.heed(listener);
  },
});

function countOf(messages: readonly string[]): Outcome["inFlight"] {
  const ofDiscord = messages.filter((one) => platformOf(one) === "discord").length;
  return { telegram: messages.length - ofDiscord, discord: ofDiscord };
}
