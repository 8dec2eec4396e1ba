import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadCore } from "../../src/app/core.ts";
import { ConfigError } from "../../src/config/env.ts";
import { readCheckpoints } from "./checkpoints.ts";
import { askParley } from "./core.ts";
import { CORPUS, readCorpus, readItems, type CorpusItem } from "./corpus.ts";
import { readFactLines, type FactLine } from "./fact-line.ts";
import { dropsBelow, FLOOR, readFloor, writeFloor, type Floor } from "./floor.ts";
import { readGold } from "./gold.ts";
import { pairUp } from "./pair.ts";
import { publicReports } from "./public/run.ts";
import { score, scoreByLanguage } from "./score.ts";
import { missLines, reportTable } from "./table.ts";
import { scoreTimeline } from "./timeline.ts";
import { scoresOf } from "./tally.ts";

const USAGE = `npm run eval -- [options]

Scores the core against the demo corpus and prints a table.

  --items FILE --gold FILE   score another labelled set
  --predicted FILE           score these lines of \`parley extract\`, do not run it
  --talks ID                 the talks that it is about (default iran-us)
  --errors                   print each miss: expected, got
  --no-timeline              leave out the checkpoints
  --no-public                leave out the public sets
  --check                    fail when a figure is below tests/eval/floor.json
  --write-floor              take today's figures as the new floor
`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    items: { type: "string" },
    gold: { type: "string" },
    predicted: { type: "string" },
    talks: { type: "string", default: "iran-us" },
    errors: { type: "boolean", default: false },
    timeline: { type: "boolean", default: true },
    public: { type: "boolean", default: true },
    check: { type: "boolean", default: false },
    "write-floor": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function run(): number {
  if (values.help) {
    print(USAGE);
    return 0;
  }
  const ownSet = values.items === undefined;
  const items = values.items === undefined ? readCorpus() : readItems(values.items);
  const predicted = predictionsFor(items);
  if (typeof predicted === "string") {
    process.stderr.write(`${predicted}\nGive --predicted FILE to score lines that exist.\n`);
    return 1;
  }

  const parties = partiesOf(values.talks);
  const gold = readGold(values.gold ?? new URL("gold.json", CORPUS));
  const pairs = pairUp(items, gold, predicted);
  print(`${pairs.length} labelled articles`);
  print(reportTable(scoreByLanguage(pairs, parties)));
  const report = score(pairs, parties);
  if (values.errors) print(missLines(report));

  const extra: Floor = {};
  if (ownSet && values.timeline && values.predicted === undefined) {
    const timeline = scoreTimeline(
      values.talks,
      readCheckpoints(new URL("checkpoints.json", CORPUS)),
      items,
    );
    print(`\n${timeline.text}`);
    if (values.errors) print(missLines({ checkpoint: timeline.tally }));
    extra["checkpoints"] = scoresOf(timeline.tally).recall;
  }
  if (ownSet && values.public && values.predicted === undefined) {
    for (const { text, misses } of publicReports()) {
      print(`\n${text}`);
      if (values.errors) print(misses);
    }
  }
  return settleFloor({ ...figuresOf(report), ...extra });
}

function predictionsFor(items: readonly CorpusItem[]): FactLine[] | string {
  if (values.predicted !== undefined) return readFactLines(readFileSync(values.predicted, "utf8"));
  const answer = askParley(["extract", "--talks", values.talks], items);
  return answer.kind === "printed" ? readFactLines(answer.text) : answer.reason;
}

function partiesOf(talks: string): Set<string> {
  const { actors } = loadCore(talks).names.dossier;
  return new Set(actors.filter(({ standing }) => standing === "party").map(({ code }) => code));
}

function figuresOf(report: ReturnType<typeof score>): Floor {
  return Object.fromEntries(
    Object.entries(report).flatMap(([name, tally]) => {
      const { precision, recall, f1 } = scoresOf(tally);
      if (name !== "statements") return [[name, f1]];
      return [
        ["statements.precision", precision],
        ["statements.recall", recall],
      ];
    }),
  );
}

function settleFloor(figures: Floor): number {
  if (values["write-floor"]) {
    writeFloor(FLOOR, figures);
    print(`\nFloor written to tests/eval/floor.json`);
    return 0;
  }
  if (!values.check) return 0;
  const drops = dropsBelow(readFloor(FLOOR), figures);
  print(drops.length === 0 ? "\nNo figure is below the floor." : `\n${drops.join("\n")}`);
  return drops.length === 0 ? 0 : 1;
}

try {
  process.exitCode = run();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
