import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { change, untilAlone } from "../support/databases.ts";
import { calm, inFlightOf, inWords, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { compareArrivals, progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { begun, PAST_LEASES_MS } from "./kill.ts";
import { soundness } from "./migrate.ts";

/** Kills the program as it fans out, and spoils what it read of an article and where it stood with a feed. */
export async function corruptRows(world: World, draw: Draw): Promise<Told> {
  const first = world.start();
  await begun(world, first, draw, "fan-out");
  await first.kill();
  await untilAlone(world.url);
  await pause(100);
  const inFlight = inFlightOf(await compareArrivals(world));
  const killedAt = `${inWords(await progressOf(world.url))}; a reading and a feed's state spoilt`;
  const spoilt = draw.pick(["{", '{"headline":1}', "\u0000", "null"]);
  const words = spoilt.replaceAll("\u0000", "\\u0000");
  await change(
    world.url,
    `update extractions set reading_json = '${words}' where article_id =
      (select article_id from extractions where relevant = 1 order by article_id limit 1)`,
  );
  await change(
    world.url,
    `update feed_states set cursor_json = '${words}' where address =
      (select address from feed_states where address like '%.test%' order by address limit 1)`,
  );
  world.pass(PAST_LEASES_MS);
  const second = world.start();
  const wrong = await settled(world, second);
  const told = second.lines.some(({ msg }) => msg === "row left out");
  await second.stop();
  const untold = told ? [] : ["the spoilt rows were not told"];
  return { killedAt, inFlight, wrong: [...wrong, ...untold] };
}

/** No more than this of the log's end is lost: what the disk had not taken yet. */
const MOST_TORN = 64 * 1024;

/** Kills the program as it sends, and cuts or garbles the end of SQLite's write-ahead log. */
export async function tearLog(world: World, draw: Draw): Promise<Told> {
  const first = world.start();
  await begun(world, first, draw, "send");
  await first.kill();
  await pause(100);
  const log = `${world.url.slice("file:".length)}-wal`;
  if (!existsSync(log)) return calm(null, ["there is no log to tear"]);
  const before = inWords(await progressOfCopy(world));
  const bytes = readFileSync(log);
  const end = endOfLog(bytes);
  const torn = draw.between(1, Math.min(MOST_TORN, end));
  const cut = end - torn;
  const garbles = draw.next() < 0.5;
  if (garbles) {
    for (let at = cut; at < end; at += 1) bytes[at] = draw.between(0, 255);
    writeFileSync(log, bytes);
  } else truncateSync(log, cut);
  const inFlight = inFlightOf(await compareArrivals(world));
  const after = inWords(await progressOf(world.url));
  const killedAt = `${before}; ${torn} bytes of the log ${garbles ? "garbled" : "cut off"}: ${after}`;
  world.pass(PAST_LEASES_MS);
  const second = world.start();
  const wrong = await settled(world, second);
  await second.stop();
  const file = world.url.slice("file:".length);
  return { killedAt, inFlight, wrong: [...wrong, ...soundness(file)] };
}

/**
 * Where the frames end that count: behind them may stand older ones, with other salts
 * (https://www.sqlite.org/fileformat2.html#the_write_ahead_log).
 */
function endOfLog(bytes: Buffer): number {
  const [HEADER, FRAME_HEADER] = [32, 24];
  const frame = FRAME_HEADER + bytes.readUInt32BE(8);
  const salts = bytes.subarray(16, 24);
  let end = HEADER;
  while (end + frame <= bytes.length && bytes.subarray(end + 8, end + 16).equals(salts))
    end += frame;
  return end;
}

/** Whoever opens a file takes its log in, so a copy is asked. */
async function progressOfCopy({ url }: World) {
  const file = url.slice("file:".length);
  for (const end of ["", "-wal"]) copyFileSync(`${file}${end}`, `${file}.copy${end}`);
  return progressOf(`file:${file}.copy`);
}
