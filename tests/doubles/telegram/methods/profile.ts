import { isObject, listOf, textOf } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { badRequest } from "../refusal.ts";
import { findChat } from "../world.ts";
import type { Call, Method } from "./method.ts";

const MAX_COMMANDS = 100;

/** Where something the bot says of itself is kept, by what, scope and language. */
const keyOf = (what: string, { parameters }: Call): string =>
  [what, JSON.stringify(parameters["scope"] ?? { type: "default" }), languageOf(parameters)].join(
    " ",
  );

function languageOf(parameters: JsonObject): string {
  const code = textOf(parameters, "language_code") ?? "";
  if (!/^(?:[a-z]{2})?$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}

/** `setMyCommands` */
export const setMyCommands: Method = (call) => {
  const commands = listOf(call.parameters, "commands").filter(isObject);
  if (commands.length > MAX_COMMANDS) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const entry of commands) {
    const command = textOf(entry, "command") ?? "";
    const description = textOf(entry, "description") ?? "";
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.trim() === "") throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  const names = commands.map(({ command }) => command);
  if (new Set(names).size < names.length) throw badRequest("BOT_COMMAND_DUPLICATE");
  checkScope(call);
  call.world.profile.set(keyOf("commands", call), commands);
  return true;
};

function checkScope({ world, parameters }: Call): void {
  const scope = parameters["scope"];
  if (isObject(scope) && scope["chat_id"] !== undefined) findChat(world, scope);
}

/** `deleteMyCommands` */
export const deleteMyCommands: Method = (call) => {
  call.world.profile.delete(keyOf("commands", call));
  return true;
};

/** `getMyCommands` */
export const getMyCommands: Method = (call) =>
  call.world.profile.get(keyOf("commands", call)) ?? [];

/** Sets one text of the bot's profile, such as `description`. */
export const setText =
  (what: string): Method =>
  (call) => {
    call.world.profile.set(keyOf(what, call), textOf(call.parameters, what) ?? "");
    return true;
  };

/** Gives one text of the bot's profile. */
export const getText =
  (what: string): Method =>
  (call): Json => ({ [what]: call.world.profile.get(keyOf(what, call)) ?? "" });

/** Takes a setting without effect on what is seen. */
export const accept: Method = () => true;
