import { afterEach, expect, test } from "vitest";
import { operations } from "../../../doubles/discord/definitions.ts";
import { ask, openDouble } from "./ask-discord.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test("answers every operation it has a definition of", async () => {
  const double = await openDouble((end) => ends.push(end));
  for (const { method, path, body } of operations()) {
    const filled = path.replaceAll(/\{[^}]+\}/gu, "7");
    const { status } = await ask(double, method, filled, body === null ? undefined : {});
    expect([filled, status < 500]).toEqual([filled, true]);
  }
  expect(
    double.violations.flatMap(({ lines }) => lines).filter((line) => line.includes("handler")),
  ).toEqual([]);
});

test.for(["no-snowflake", "-1", "7a", "٧"])("takes %s for no id", async (id) => {
  const double = await openDouble((end) => ends.push(end));
  const answer = await ask(double, "GET", `/channels/${encodeURIComponent(id)}`);
  expect(answer).toMatchObject({ status: 400, code: 50035, fields: ["channel_id"] });
});

test("takes no parameters that the definitions do not name", async () => {
  const double = await openDouble((end) => ends.push(end));
  expect((await ask(double, "GET", "/guilds/7?with_counts=maybe")).fields).toEqual(["with_counts"]);
  expect((await ask(double, "GET", "/guilds/7?with_everything=true")).fields).toEqual([
    "with_everything",
  ]);
});
