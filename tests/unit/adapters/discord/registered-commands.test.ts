import { expect, it } from "vitest";
import { isRegistered } from "../../../../adapters/discord/registered-commands.ts";
import { slashCommands } from "../../../../adapters/discord/slash-commands.ts";
import { FORMS } from "../../../support/discord-bot.ts";

const own = slashCommands(FORMS, "everywhere");

/** As Discord gives commands back: with what it adds, and nothing for what is empty. */
const held = own
  .map((command, at) => ({
    ...command,
    id: String(at),
    application_id: "1",
    version: "2",
    nsfw: false,
    dm_permission: true,
    name_localizations: null,
    options: command.options.length === 0 ? undefined : command.options,
    contexts: [1, 0],
  }))
  .toReversed();

it("knows its own commands again, in another order and with what Discord adds", () => {
  expect(isRegistered(held, own)).toBe(true);
});

it.each([
  ["a command less", held.slice(1)],
  ["one more", [...held, { ...held[0], name: "old" }]],
  ["another description", held.map((each) => ({ ...each, description: "old" }))],
  [
    "another translation",
    held.map((each) => ({ ...each, description_localizations: { ar: "old" } })),
  ],
  ["other permissions", held.map((each) => ({ ...each, default_member_permissions: "8" }))],
  ["other places", held.map((each) => ({ ...each, contexts: [0] }))],
  ["nothing that can be read", "oops"],
])("sees %s", (_, others) => {
  expect(isRegistered(others, own)).toBe(false);
});

it("asks nothing of places for one server's commands", () => {
  const server = slashCommands(FORMS, "server");

  expect(server[0]).not.toHaveProperty("contexts");
  expect(isRegistered(held, server)).toBe(true);
});
