import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PLATFORMS } from "../../src/app/bot/platforms.ts";
import { createInstruments } from "../../src/app/metrics/instruments.ts";
import { countTrouble } from "../../src/app/metrics/trouble-metrics.ts";
import { createMetrics } from "../../src/lib/metrics.ts";
import { afterAllThatHappens, SILENT } from "../support/instrumented.ts";

const Rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Parley[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(["critical", "warning"]) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});
const Dashboard = z.looseObject({
  uid: z.string(),
  panels: z.array(
    z.looseObject({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
      targets: z.array(z.looseObject({ expr: z.string() })).optional(),
    }),
  ),
});

const read = (file: string): string => readFileSync(`docs/operations/${file}`, "utf8");
const rules = Rules.parse(parse(read("prometheus-alerts.yaml"))).groups.flatMap(
  (group) => group.rules,
);
const { panels } = Dashboard.parse(JSON.parse(read("grafana-dashboard.json")));
const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => [`the panel ${title}`, expr] as const),
  ),
];

/** Metrics that Prometheus itself adds, and labels that it gives to all. */
const OF_PROMETHEUS = new Map([["up", new Set<string>()]]);
const EVERYWHERE = new Set(["job", "instance"]);

/** Each name in the exposition, with the labels it has. */
let known: ReadonlyMap<string, ReadonlySet<string>>;
let types: ReadonlySet<string>;
beforeAll(async () => {
  const { body } = await afterAllThatHappens().health.metrics();
  const samples = [...body.matchAll(/^([a-z_0-9]+)(?:\{(.*)\})? \S+$/gm)];
  const names = new Map<string, Set<string>>(OF_PROMETHEUS);
  for (const [, name = "", labels = ""] of samples)
    names.set(name, new Set([...labels.matchAll(/(\w+)="/g)].map(([, label = ""]) => label)));
  known = names;
  types = new Set([...body.matchAll(/^# TYPE (parley_\w+)/gm)].map(([, name = ""]) => name));
});

/** The metrics that an expression asks for, each with the labels it is asked by. */
const asked = (expression: string): { readonly name: string; readonly labels: string[] }[] =>
  [...expression.matchAll(/\b((?:parley|process|nodejs)_\w+|up)\b(?:\{([^}]*)\})?/g)].map(
    ([, name = "", matchers = ""]) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = ""]) => label),
    }),
  );

describe.each(expressions)("%s", (_, expression) => {
  it("asks for metrics that there are, by labels that they have", () => {
    const wanted = asked(expression);
    expect(wanted).not.toEqual([]);
    const missing = wanted.flatMap(({ name, labels }) => {
      const has = known.get(name);
      if (has === undefined) return [name];
      return labels
        .filter((label) => !has.has(label) && !EVERYWHERE.has(label))
        .map((label) => `${name}{${label}}`);
    });
    expect(missing).toEqual([]);
  });

  it("closes what it opens", () => {
    for (const [open, close] of ["()", "{}", "[]"].map((pair) => pair.split("")))
      expect(expression.split(open ?? "").length).toBe(expression.split(close ?? "").length);
    expect(expression.split('"').length % 2).toBe(1);
  });
});

/** Whether a series has the values that matchers such as `status="dead"` ask for. */
const fits = (series: ReadonlyMap<string, string>, matchers: string): boolean =>
  [...matchers.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].every(
    ([, label = "", operator = "", value = ""]) => {
      const has = series.get(label) ?? "";
      const isEqual = operator.endsWith("~")
        ? new RegExp(`^(?:${value})$`).test(has)
        : has === value;
      return operator.startsWith("!") ? !isEqual : isEqual;
    },
  );

/** Every counter that a rule waits for, with its matchers and the labels that it is told apart by. */
const rises = rules.flatMap(({ alert, expr }) =>
  [
    ...expr.matchAll(/(?:by \(([^)]*)\) \()?(?:increase|rate)\((parley_\w+)(?:\{([^}]*)\})?\[/g),
  ].map(([, by = "", name = "", matchers = ""]) => ({ alert, by, name, matchers })),
);

it.each(rises)("$alert sees the first rise of $name{$matchers}", async ({ by, name, matchers }) => {
  const metrics = createMetrics();
  countTrouble(SILENT, metrics);
  createInstruments(metrics);
  const { body } = await metrics.write();
  const series = [...body.matchAll(/^([a-z_0-9]+)(?:\{(.*)\})? \S+$/gm)]
    .filter(([, found]) => found === name)
    .map(
      ([, , labels = ""]) =>
        new Map(
          [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(
            ([, label = "", value = ""]) => [label, value] as const,
          ),
        ),
    )
    .filter((labels) => fits(labels, matchers));
  expect(series).not.toEqual([]);
  const platforms = by.includes("platform") ? PLATFORMS.map(({ platform }) => platform) : [];
  const told = new Set(series.map((labels) => labels.get("platform")));
  expect(platforms.filter((platform) => !told.has(platform))).toEqual([]);
});

it("shows or watches every metric of ours", () => {
  const all = expressions.flatMap(([, expression]) => asked(expression).map(({ name }) => name));
  const bare = new Set(all.map((name) => name.replace(/_(bucket|sum|count)$/, "")));
  expect([...types].filter((name) => !bare.has(name))).toEqual([]);
});

it("names each alert once, and tells of each on the operations page", () => {
  const names = rules.map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
  const page = readFileSync("docs/operations.md", "utf8");
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it("quotes only events that are logged", () => {
  const sources = globSync("{src,adapters}/**/*.ts").map((file) => readFileSync(file, "utf8"));
  const quoted = rules.flatMap(({ annotations, expr }) => [
    ...[...annotations.description.matchAll(/at "([^"]+)"/g)].map(([, event = ""]) => event),
    ...[...expr.matchAll(/event="([^"]+)"/g)].map(([, event = ""]) => event),
  ]);
  expect(quoted).not.toEqual([]);
  const isLogged = (event: string) => sources.some((source) => source.includes(`"${event}"`));
  expect(quoted.filter((event) => !isLogged(event))).toEqual([]);
});

it("lays no panel over another, nor beyond the width of 24", () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(Math.max(...panels.map(({ gridPos }) => gridPos.x + gridPos.w))).toBe(24);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});
