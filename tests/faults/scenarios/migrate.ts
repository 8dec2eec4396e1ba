import { existsSync, renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { migrate } from "../../../src/store/migrate.ts";
import { openEngine } from "../../../src/store/open-engine.ts";
import { STEPS } from "../../../src/store/steps.ts";
import { type Databases, untilAlone } from "../support/databases.ts";
import { inFlightOf, inWords, type Told } from "../support/outcome.ts";
import type { Draw } from "../support/random.ts";
import { compareArrivals, progressOf } from "../support/reckoning.ts";
import { settled } from "../support/settled.ts";
import type { World } from "../support/world.ts";
import { PAST_LEASES_MS, sentAtLeast } from "./kill.ts";

const KILLS = 3;
/** The oldest schema that can hold what a run begins with. */
const OLDEST = 3;

/** Puts the store back to an older schema, and kills the program again and again as it brings it up to date. */
export async function killDuringSteps(world: World, draw: Draw): Promise<Told> {
  const steps = Object.keys(STEPS).length;
  const version = draw.between(OLDEST, steps - 1);
  const file = world.url.slice("file:".length);
  await putBack(file, version);
  const kills: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const bot = world.start();
    // The log beside the file is there from the first change on.
    while (!existsSync(`${file}-wal`) && bot.isRunning()) await pause(1);
    const ms = Math.floor(draw.next() * 60);
    await pause(ms);
    await bot.kill();
    kills.push(ms);
  }
  const inFlight = inFlightOf(await compareArrivals(world));
  const killedAt = `from version ${version}, ${kills.join(", ")} ms after opening: ${stepsIn(file)} of ${steps} steps done`;
  world.pass(PAST_LEASES_MS);
  const last = world.start();
  const wrong = await settled(world, last);
  await last.stop();
  const whole = stepsIn(file) === steps ? [] : [`${stepsIn(file)} of ${steps} steps are done`];
  return { killedAt, inFlight, wrong: [...wrong, ...whole, ...soundness(file)] };
}

function stepsIn(file: string): number {
  const database = new DatabaseSync(file);
  const [row] = database.prepare("select count(*) as n from migrations").all();
  database.close();
  return Number(row?.["n"]);
}

/** What SQLite itself finds wrong with a file. */
export function soundness(file: string): string[] {
  const database = new DatabaseSync(file);
  const found = database.prepare("pragma integrity_check").all();
  database.close();
  const said = JSON.stringify(found);
  return said === '[{"integrity_check":"ok"}]' ? [] : [said];
}

/** Writes all that a store of this version can hold into a file of that version. */
async function putBack(file: string, version: number): Promise<void> {
  const old = `${file}.old`;
  const engine = await openEngine(`file:${old}`, () => false);
  await migrate(engine.schema, Object.fromEntries(Object.entries(STEPS).slice(0, version)));
  await engine.close();
  const database = new DatabaseSync(old);
  database.exec(`attach '${file}' as newer`);
  for (const name of tablesOf(database, "main")) {
    if (/^(?:migration|sqlite_|article_search)/u.test(name)) continue;
    const held = new Set(columnsOf(database, "newer", name));
    const columns = columnsOf(database, "main", name).filter((column) => held.has(column));
    if (columns.length === 0) continue;
    const list = columns.map((column) => `"${column}"`).join(", ");
    database.exec(`insert into main."${name}" (${list}) select ${list} from newer."${name}"`);
  }
  database.exec("detach newer; pragma wal_checkpoint(truncate)");
  database.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  renameSync(old, file);
}

const tablesOf = (database: DatabaseSync, schema: string): string[] =>
  database
    .prepare(`select name from ${schema}.sqlite_master where type = 'table'`)
    .all()
    .map(({ name }) => String(name));

const columnsOf = (database: DatabaseSync, schema: string, table: string): string[] =>
  database
    .prepare(`pragma ${schema}.table_info("${table}")`)
    .all()
    .map(({ name }) => String(name));

/**
 * Kills the program while it sends, and then again and again the move of its store into PostgreSQL; then the
 * program goes on there.
 */
export async function killDuringMove(
  world: World,
  draw: Draw,
  databases: Databases,
): Promise<Told> {
  const first = world.start();
  await sentAtLeast(world, draw.between(1, 200));
  await first.kill();
  await pause(100);
  const inFlight = inFlightOf(await compareArrivals(world));
  const to = await databases.fresh();
  const args = ["migrate-store", "--from", world.url, "--to", to];
  const kills: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const move = world.start(args);
    await Promise.race([move.ended, pause(draw.between(700, 2_500))]);
    await move.kill();
    await untilAlone(to);
    kills.push(move.strays.at(-1) ?? "the start");
  }
  const whole = world.start(args);
  await whole.ended;
  if (!whole.strays.some((line) => line.includes("All ha")))
    return { killedAt: null, inFlight, wrong: whole.strays };
  const moved: World = {
    ...world,
    engine: "postgres",
    url: to,
    start: (words, env) => world.start(words, { DATABASE_URL: to, ...env }),
  };
  const killedAt = `${inWords(await progressOf(to))}; moves at ${kills.join(" | ")}`;
  world.pass(PAST_LEASES_MS);
  const last = moved.start();
  const wrong = await settled(moved, last);
  await last.stop();
  return { killedAt, inFlight, wrong, world: moved };
}
