import type { Outcome } from "./outcome.ts";

const HEAD = `
| scenario | engine | runs | passed | twice of in flight, Telegram | Discord |
|---|---|---|---|---|---|
`;

/** A table in Markdown of what runs came to, a row for each scenario and engine, in the order of their first runs. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const rows = Map.groupBy(outcomes, ({ scenario, engine }) => `${scenario} ${engine}`);
  return HEAD + [...rows.values()].map((alike) => rowOf(alike)).join("");
}

function rowOf(outcomes: readonly Outcome[]): string {
  const [first] = outcomes;
  if (first === undefined) return "";
  const passed = outcomes.filter(({ wrong }) => wrong.length === 0).length;
  const ofFlight = (platform: "telegram" | "discord"): string => {
    const sum = (of: "twice" | "inFlight") =>
      outcomes.reduce((total, outcome) => total + outcome[of][platform], 0);
    return `${sum("twice")} of ${sum("inFlight")}`;
  };
  const cells = [
    `\`${first.scenario}\``,
    first.engine,
    outcomes.length,
    passed,
    ofFlight("telegram"),
    ofFlight("discord"),
  ];
  return `| ${cells.join(" | ")} |\n`;
}
