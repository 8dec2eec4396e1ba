import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError } from "../../src/config/env.ts";
import { readCheckpoints } from "./checkpoints.ts";
import { CORPUS, readCorpus, readItems } from "./corpus.ts";
import { readFactLines } from "./fact-line.ts";
import { dropsBelow, FLOOR, readFloor, writeFloor, type Floor } from "./floor.ts";
import { readGold } from "./gold.ts";
import { publicReports } from "./public/run.ts";
import { readSets, type LabelledSet } from "./labelled-set.ts";
import { MODEL_FLOOR, scoreModel } from "./model/run.ts";
import { figuresOf, scoreSet } from "./score-set.ts";
import { missLines, reportTable } from "./table.ts";
import { scoresOf } from "./tally.ts";
import { scoreTimeline } from "./timeline.ts";

const USAGE = `npm run eval -- [options]

Scores the core against the demo corpus and the sets in tests/eval/sets and prints tables.

  --items FILE --gold FILE   score this labelled set alone
  --model                    score what stands between a language model and a reader alone
  --talks ID                 the talks that it is about (default iran-us)
  --predicted FILE           score these lines of \`parley extract\` alone, do not run it
  --errors                   print each miss: expected, got
  --no-timeline              leave out the checkpoints
  --no-public                leave out the public sets
  --check                    fail when a figure is below the floor
  --write-floor              take today's figures as the new floor
`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    items: { type: "string" },
    gold: { type: "string" },
    predicted: { type: "string" },
    talks: { type: "string", default: "iran-us" },
    model: { type: "boolean", default: false },
    errors: { type: "boolean", default: false },
    timeline: { type: "boolean", default: true },
    public: { type: "boolean", default: true },
    check: { type: "boolean", default: false },
    "write-floor": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(): Promise<number> {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  if (values.model)
    return settleFloor(await scoreModel(print, { showsMistakes: values.errors }), MODEL_FLOOR);
  const main = mainSet();
  const alone = values.items !== undefined || values.predicted !== undefined;
  const sets = alone ? [main] : [main, ...readSets()];
  const figures: Floor = {};
  for (const set of sets) {
    const own = tellSet(set);
    if (own === null) return 1;
    const prefix = set === main ? "" : `${set.name}/`;
    for (const [name, figure] of Object.entries(own)) figures[prefix + name] = figure;
  }
  if (!alone && values.timeline) figures["checkpoints"] = tellTimeline(main);
  if (!alone && values.public) tellPublic();
  return settleFloor(figures, FLOOR);
}

function mainSet(): LabelledSet {
  const { items, gold, talks } = values;
  return {
    name: items ?? "demo corpus",
    talks,
    items: items === undefined ? readCorpus() : readItems(items),
    gold: readGold(gold ?? new URL("gold.json", CORPUS)),
  };
}

/** Prints a set's table; null when it could not be scored. */
function tellSet(set: LabelledSet): Floor | null {
  const { predicted } = values;
  const lines = predicted === undefined ? null : readFactLines(readFileSync(predicted, "utf8"));
  const reports = scoreSet(set, lines);
  if (typeof reports === "string") {
    process.stderr.write(`${reports}\nGive --predicted FILE to score lines that exist.\n`);
    return null;
  }
  const report = reports.get("all") ?? {};
  print(`${set.name}, ${set.gold.length} labelled articles\n${reportTable(reports)}`);
  if (values.errors) print(missLines(report));
  print("");
  return figuresOf(report);
}

/** Prints what digests say at the checkpoints, and gives the share of demands they meet. */
function tellTimeline({ talks, items }: LabelledSet): number {
  const checkpoints = readCheckpoints(new URL("checkpoints.json", CORPUS));
  const { text, tally } = scoreTimeline(talks, checkpoints, items);
  print(`${text}\n`);
  if (values.errors) print(missLines({ checkpoint: tally }));
  return scoresOf(tally).recall;
}

function tellPublic(): void {
  for (const { text, misses } of publicReports()) {
    print(`${text}\n`);
    if (values.errors) print(misses);
  }
}

function settleFloor(figures: Floor, floor: URL): number {
  if (values["write-floor"]) {
    writeFloor(floor, figures);
    print(`Floor written to ${floor.pathname}`);
    return 0;
  }
  if (!values.check) return 0;
  const drops = dropsBelow(readFloor(floor), figures);
  print(drops.length === 0 ? "No figure is below the floor." : drops.join("\n"));
  return drops.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
