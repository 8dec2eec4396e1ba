import { bodyOf, param } from "../call.ts";
import type { Call, Handlers } from "../call.ts";
import { blamed, DONE, failure, invalidForm, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import { isObject, objects, textual, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { commandProblems, commandSetProblems } from "../rules/command.ts";
import type { World } from "../world.ts";

const CHAT_INPUT = 1;

/** The commands of a scope: `global` or a guild's id. */
function commandsIn(world: World, scope: string): Map<string, JsonObject> {
  const known = world.commands.get(scope) ?? new Map<string, JsonObject>();
  world.commands.set(scope, known);
  return known;
}

const scopeOf = (call: Call): string => call.params["guild_id"] ?? "global";

function scoped(
  call: Call,
  world: World,
  then: (commands: Map<string, JsonObject>) => Reply,
): Reply {
  if (param(call, "application_id") !== world.bot.id) return failure(50001);
  const guild = call.params["guild_id"];
  const isIn = guild === undefined || world.guilds.get(guild)?.botIsIn === true;
  return isIn ? then(commandsIn(world, scopeOf(call))) : failure(50001);
}

function commandShape(world: World, call: Call, given: JsonObject, id: string): JsonObject {
  const scope = scopeOf(call);
  const permissions = given["default_member_permissions"] ?? null;
  return {
    id,
    application_id: world.bot.id,
    version: world.snowflakes.next(),
    type: given["type"] ?? CHAT_INPUT,
    name: given["name"] ?? "",
    name_localizations: given["name_localizations"] ?? null,
    description: given["description"] ?? "",
    description_localizations: given["description_localizations"] ?? null,
    options: given["options"] ?? [],
    default_member_permissions: permissions === null ? null : textual(permissions),
    dm_permission: given["dm_permission"] ?? true,
    contexts: given["contexts"] ?? null,
    integration_types: given["integration_types"] ?? [0],
    nsfw: given["nsfw"] === true,
    ...(scope === "global" ? {} : { guild_id: scope }),
  };
}

const sameName = (a: JsonObject, b: JsonObject): boolean =>
  a["name"] === b["name"] && (a["type"] ?? CHAT_INPUT) === (b["type"] ?? CHAT_INPUT);

function put(
  world: World,
  call: Call,
  given: JsonObject,
  into: Map<string, JsonObject>,
): JsonObject {
  const old = [...into.values()].find((each) => sameName(each, given));
  const shape = commandShape(world, call, given, words(old?.["id"]) || world.snowflakes.next());
  into.set(words(shape["id"]), shape);
  return shape;
}

const list = (call: Call, world: World): Reply =>
  scoped(call, world, (known) => ok([...known.values()]));

const replaceAll = (call: Call, world: World): Reply =>
  scoped(call, world, (known) => {
    const given = objects(call.body);
    const problems = [
      ...given.flatMap((command, index) => commandProblems(command, [index])),
      ...commandSetProblems(given),
    ];
    if (problems.length > 0) return invalidForm(problems);
    const next = new Map([...known].filter(([, old]) => given.some((each) => sameName(each, old))));
    const shapes = given.map((command) => put(world, call, command, next));
    world.commands.set(scopeOf(call), next);
    return ok(shapes);
  });

const create = (call: Call, world: World): Reply =>
  scoped(call, world, (known) => {
    const given = bodyOf(call);
    const problems = commandProblems(given, []);
    if (problems.length > 0) return invalidForm(problems);
    const isNew = ![...known.values()].some((each) => sameName(each, given));
    return { status: isNew ? 201 : 200, body: put(world, call, given, known) };
  });

function withCommand(
  call: Call,
  world: World,
  then: (known: Map<string, JsonObject>, command: JsonObject) => Reply,
): Reply {
  return scoped(call, world, (known) => {
    const command = known.get(param(call, "command_id"));
    return isObject(command) ? then(known, command) : failure(10063);
  });
}

const get = (call: Call, world: World): Reply =>
  withCommand(call, world, (_, command) => ok(command));

const update = (call: Call, world: World): Reply =>
  withCommand(call, world, (known, command) => {
    const next = { ...command, ...bodyOf(call) };
    const problems = commandProblems(next, []);
    if (problems.length > 0) return invalidForm(problems);
    const id = words(command["id"]);
    const clash = [...known.values()].some((each) => each["id"] !== id && sameName(each, next));
    if (clash) return blamed(10063, "another command has that name");
    const shape = commandShape(world, call, next, id);
    known.set(id, shape);
    return ok(shape);
  });

const remove = (call: Call, world: World): Reply =>
  withCommand(call, world, (known, command) => {
    known.delete(words(command["id"]));
    return DONE;
  });

/** Commands of the application, everywhere and in one guild. */
export const commandHandlers: Handlers = {
  list_application_commands: list,
  list_guild_application_commands: list,
  bulk_set_application_commands: replaceAll,
  bulk_set_guild_application_commands: replaceAll,
  create_application_command: create,
  create_guild_application_command: create,
  get_application_command: get,
  get_guild_application_command: get,
  update_application_command: update,
  update_guild_application_command: update,
  delete_application_command: remove,
  delete_guild_application_command: remove,
};
