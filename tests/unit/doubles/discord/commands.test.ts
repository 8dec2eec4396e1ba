import { afterEach, beforeEach, expect, test } from "vitest";
import type { DiscordDouble } from "../../../doubles/discord/discord-double.ts";
import { ask, APPLICATION, openDouble } from "./ask-discord.ts";

const PATH = `/applications/${APPLICATION}/commands`;
const command = (more: Record<string, unknown>) => ({
  name: "next",
  description: "The next round",
  ...more,
});
const option = (more: Record<string, unknown>) => ({
  type: 3,
  name: "city",
  description: "A city",
  ...more,
});
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}` }));

const ends: (() => Promise<void>)[] = [];
let double: DiscordDouble;
beforeEach(async () => {
  double = await openDouble((end) => ends.push(end));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test("keeps the ids of commands that are set again", async () => {
  await ask(double, "PUT", PATH, [command({ name_localizations: { ar: "التالي" } })]);
  const [first] = double.commands();
  await ask(double, "PUT", PATH, [command({}), command({ name: "help" })]);
  expect(double.commands().map(({ name }) => name)).toEqual(["next", "help"]);
  expect(double.commands()[0]?.["id"]).toBe(first?.["id"]);
  expect(double.violations).toEqual([]);
});

test("keeps a guild's commands apart", async () => {
  const guild = double.guild({});
  await ask(double, "PUT", `/applications/${APPLICATION}/guilds/${guild.id}/commands`, [
    command({}),
  ]);
  expect(double.commands()).toEqual([]);
  expect(double.commands(guild)).toMatchObject([{ name: "next", guild_id: guild.id }]);
});

test.for<[string, Record<string, unknown>, string]>([
  ["a name in capitals", { name: "Next" }, "name"],
  ["a name of two words", { name: "next round" }, "name"],
  ["a name of 33", { name: "x".repeat(33) }, "name"],
  ["no description", { description: "" }, "description"],
  ["a description of 101", { description: "x".repeat(101) }, "description"],
  [
    "a locale Discord does not speak",
    { description_localizations: { fa: "دور بعدی" } },
    "description_localizations.fa",
  ],
  [
    "a localised name of two words",
    { name_localizations: { ar: "الجولة التالية" } },
    "name_localizations.ar",
  ],
  [
    "a localised description of 101",
    { description_localizations: { ar: "x".repeat(101) } },
    "description_localizations.ar",
  ],
  [
    "26 options",
    { options: Array.from({ length: 26 }, (_, index) => option({ name: `o${index}` })) },
    "options",
  ],
  ["26 choices", { options: [option({ choices: choices(26) })] }, "options.0.choices"],
  ["an option type nobody knows", { options: [option({ type: 99 })] }, "options.0.type"],
  [
    "choices and completion",
    { options: [option({ choices: choices(2), autocomplete: true })] },
    "options.0.choices",
  ],
  ["one option name twice", { options: [option({}), option({})] }, "options.1.name"],
  [
    "a required option after another",
    { options: [option({}), option({ name: "b", required: true })] },
    "options.1",
  ],
  [
    "bounds the wrong way round",
    { options: [option({ type: 4, min_value: 5, max_value: 1 })] },
    "options.0.min_value",
  ],
  ["a field nobody knows", { hidden: true }, "hidden"],
])("refuses %s", async ([, more, field]) => {
  const answer = await ask(double, "POST", PATH, command(more));
  expect(answer).toMatchObject({ status: 400, code: 50035, fields: [field] });
  expect(double.commands()).toEqual([]);
});

test("refuses two commands of one name", async () => {
  const answer = await ask(double, "PUT", PATH, [command({}), command({})]);
  expect(answer).toMatchObject({ code: 50035, fields: ["1.name"] });
});
