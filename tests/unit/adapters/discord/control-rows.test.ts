import { expect, it } from "vitest";
import { controlRows } from "../../../../adapters/discord/control-rows.ts";
import type { Control, ControlRow } from "../../../../src/messages/control.ts";

const button = (label: string, options: Record<string, string> = {}): Control => ({
  kind: "button",
  label,
  call: { command: "status", options },
  weight: "plain",
});

const select = (count: number): Control => ({
  kind: "select",
  label: "Zone",
  call: { command: "settings", options: {} },
  fills: "zone",
  choices: Array.from({ length: count }, (_, at) => ({
    label: `zone ${at}`,
    value: `z${at}`,
    chosen: at === 30,
  })),
});

const labels = (rows: readonly ControlRow[], most = 5) =>
  controlRows(rows, most).map(({ components }) =>
    components.map((each) =>
      each.type === 3 ? `${each.placeholder}: ${each.options.length}` : each.label,
    ),
  );

it("keeps rows as they are", () => {
  expect(labels([[button("a"), button("b")], [button("c")]])).toEqual([["a", "b"], ["c"]]);
});

it("breaks a row of more than five", () => {
  const row = ["a", "b", "c", "d", "e", "f"].map((name) => button(name));

  expect(labels([row as unknown as ControlRow])).toEqual([["a", "b", "c", "d", "e"], ["f"]]);
});

it("gives a select a row of its own, and several of them more than 25 choices", () => {
  expect(labels([[button("a"), select(60)]])).toEqual([
    ["a"],
    ["Zone (1/3): 25"],
    ["Zone (2/3): 25"],
    ["Zone (3/3): 10"],
  ]);
});

it("moves buttons together rather than losing them", () => {
  const rows = ["a", "b", "c", "d", "e", "f"].map((name): ControlRow => [button(name)]);

  expect(labels(rows)).toEqual([["a", "b", "c", "d", "e"], ["f"]]);
});

it("tells the same call in two places apart", () => {
  const [row] = controlRows([[button("a"), button("b")]], 5);
  const ids = row?.components.map((each) => ("custom_id" in each ? each.custom_id : ""));

  expect(new Set(ids).size).toBe(2);
});

it("leaves out what Discord cannot hold", () => {
  const long = button("long", { words: "x".repeat(100) });
  const script: Control = { kind: "link", label: "x", url: "javascript:alert(1)" };

  expect(controlRows([[long, script]], 5)).toEqual([]);
});
