import { isObject, objects, words } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { allows, bitsOf } from "./permissions.ts";
import { lengthOf } from "./schema-check.ts";
import type { Channel, World } from "./world.ts";

/** Values that someone gives to options, by name. */
export type GivenOptions = Readonly<Record<string, string | number | boolean>>;

const IN_GUILD = 0;
const IN_DIRECT = 1;
const OPTION = { string: 3, integer: 4, boolean: 5, number: 10 } as const;

/** Something that Discord's client would not let a person do: a mistake in a test, or in what the bot offers. */
export class NotOffered extends Error {
  override readonly name = "NotOffered";
}

const namesOf = (holder: JsonObject): readonly Json[] => [
  holder["name"] ?? "",
  ...Object.values(isObject(holder["name_localizations"]) ? holder["name_localizations"] : {}),
];

/** A command as it is offered to someone in a channel. */
export function offeredCommand(
  world: World,
  name: string,
  channel: Channel,
  may: bigint,
): JsonObject {
  const bare = name.replace(/^\//u, "");
  const scopes = [channel.guild?.id ?? "", "global"];
  const command = scopes
    .flatMap((scope) => [...(world.commands.get(scope)?.values() ?? [])])
    .find((each) => namesOf(each).includes(bare));
  if (command === undefined) throw new NotOffered(`no command ${name} is registered here`);
  const place = channel.guild === null ? IN_DIRECT : IN_GUILD;
  const contexts = command["contexts"];
  if (Array.isArray(contexts) && !contexts.includes(place))
    throw new NotOffered(`${name} is not offered here`);
  if (place === IN_DIRECT && command["dm_permission"] === false)
    throw new NotOffered(`${name} is not offered here`);
  const needed = command["default_member_permissions"];
  const bits = typeof needed === "string" ? BigInt(needed) : 0n;
  const isAdministrator = allows(may, "ADMINISTRATOR");
  if (place === IN_GUILD && !isAdministrator && (may & bits) !== bits) {
    throw new NotOffered(`${name} is offered only to those with more permissions`);
  }
  if (
    place === IN_GUILD &&
    (may & bitsOf(["USE_APPLICATION_COMMANDS"])) === 0n &&
    !isAdministrator
  ) {
    throw new NotOffered("the member may not use commands");
  }
  return command;
}

function checkRange(
  value: number,
  option: JsonObject,
  [least, most]: readonly [string, string],
): void {
  const [low, high] = [option[least], option[most]];
  const under = typeof low === "number" && value < low;
  const over = typeof high === "number" && value > high;
  if (under || over) throw new NotOffered(`${words(option["name"])} does not take ${value}`);
}

function typed(option: JsonObject, given: string | number | boolean): string | number | boolean {
  const { type } = option;
  if (type === OPTION.boolean) return given === true || given === "true";
  if (type === OPTION.integer || type === OPTION.number) {
    const value = Number(given);
    if (Number.isNaN(value) || (type === OPTION.integer && !Number.isInteger(value))) {
      throw new NotOffered(`${words(option["name"])} takes numbers`);
    }
    checkRange(value, option, ["min_value", "max_value"]);
    return value;
  }
  const text = String(given);
  checkRange(lengthOf(text), option, ["min_length", "max_length"]);
  return text;
}

/** The value that a client sends for what someone gave: of a choice, by its name or value. */
function valueFor(option: JsonObject, given: string | number | boolean): string | number | boolean {
  const choices = objects(option["choices"]);
  if (choices.length === 0) return typed(option, given);
  const choice = choices.find((each) => each["value"] === given || namesOf(each).includes(given));
  if (choice === undefined)
    throw new NotOffered(`${words(option["name"])} has no choice ${String(given)}`);
  return choice["value"] as string | number;
}

/** Options as an interaction carries them, checked as Discord's client checks them. */
export function optionsData(command: JsonObject, given: GivenOptions): readonly JsonObject[] {
  const options = objects(command["options"]);
  for (const name of Object.keys(given)) {
    const known = options.some((option) => namesOf(option).includes(name));
    if (!known) throw new NotOffered(`${words(command["name"])} has no option ${name}`);
  }
  return options.flatMap((option) => {
    const name = Object.keys(given).find((each) => namesOf(option).includes(each));
    const value = name === undefined ? undefined : given[name];
    if (value === undefined) {
      if (option["required"] === true)
        throw new NotOffered(`${words(option["name"])} must be given`);
      return [];
    }
    return [
      {
        name: option["name"] ?? "",
        type: option["type"] ?? OPTION.string,
        value: valueFor(option, value),
      },
    ];
  });
}
