import { discordLocales } from "../definitions.ts";
import { isObject, objects, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Problem } from "../problem.ts";
import { lengthOf } from "../schema-check.ts";

type Path = readonly (string | number)[];

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_TEXT = 8000;
const CHAT_INPUT = 1;
const SUBCOMMANDS = new Set([1, 2]);

const bad = (path: Path, code: string, message: string): Problem => ({ path, code, message });

const entries = (value: unknown): readonly (readonly [string, string])[] =>
  Object.entries(isObject(value) ? value : {}).map(([key, text]) => [key, words(text)]);

function nameProblems(name: string, path: Path): readonly Problem[] {
  const fits = NAME.test(name) && name === name.toLowerCase();
  return fits
    ? []
    : [bad(path, "APPLICATION_COMMAND_INVALID_NAME", `Command name is invalid: ${name}`)];
}

function localeProblems(holder: JsonObject, path: Path): readonly Problem[] {
  const known = discordLocales();
  return ["name_localizations", "description_localizations"].flatMap((field) =>
    entries(holder[field])
      .filter(([locale]) => !known.has(locale))
      .map(([locale]) =>
        bad([...path, field, locale], "LOCALE_INVALID", `Discord knows no locale ${locale}`),
      ),
  );
}

const localNameProblems = (holder: JsonObject, path: Path): readonly Problem[] =>
  entries(holder["name_localizations"]).flatMap(([locale, name]) =>
    nameProblems(name, [...path, "name_localizations", locale]),
  );

function repeated(items: readonly JsonObject[], name: string, path: Path): readonly Problem[] {
  const values = items.map((item) => item[name]);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [
          bad(
            [...path, index, name],
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            `The ${name} is already used`,
          ),
        ]
      : [],
  );
}

function choiceProblems(option: JsonObject, path: Path): readonly Problem[] {
  const choices = objects(option["choices"]);
  const at = [...path, "choices"];
  const both = option["autocomplete"] === true && choices.length > 0;
  return [
    ...(both
      ? [
          bad(
            at,
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE",
            "Cannot have choices and autocomplete",
          ),
        ]
      : []),
    ...repeated(choices, "name", at),
    ...repeated(choices, "value", at),
    ...choices.flatMap((choice, index) => localeProblems(choice, [...at, index])),
    ...choices.flatMap((choice, index) =>
      lengthOf(words(choice["value"])) > 100
        ? [bad([...at, index, "value"], "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")]
        : [],
    ),
  ];
}

function rangeProblems(option: JsonObject, path: Path): readonly Problem[] {
  const pairs = [
    ["min_value", "max_value"],
    ["min_length", "max_length"],
  ] as const;
  return pairs.flatMap(([least, most]) => {
    const [a, b] = [option[least], option[most]];
    const reversed = typeof a === "number" && typeof b === "number" && a > b;
    return reversed
      ? [bad([...path, least], "NUMBER_TYPE_MAX", `Must be no more than ${most}.`)]
      : [];
  });
}

function optionsProblems(holder: JsonObject, path: Path): readonly Problem[] {
  const options = objects(holder["options"]);
  const at = [...path, "options"];
  const firstOptional = options.findIndex((option) => option["required"] !== true);
  const late = options.flatMap((option, index) =>
    option["required"] === true && firstOptional >= 0 && index > firstOptional
      ? [
          bad(
            [...at, index],
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
          ),
        ]
      : [],
  );
  const nested = options.filter((option) => SUBCOMMANDS.has(Number(option["type"]))).length;
  const mixed =
    nested > 0 && nested < options.length
      ? [
          bad(
            at,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-commands and options cannot stand together",
          ),
        ]
      : [];
  const inside = options.flatMap((option, index) => [
    ...nameProblems(words(option["name"]), [...at, index, "name"]),
    ...localNameProblems(option, [...at, index]),
    ...localeProblems(option, [...at, index]),
    ...choiceProblems(option, [...at, index]),
    ...rangeProblems(option, [...at, index]),
    ...optionsProblems(option, [...at, index]),
  ]);
  return [...late, ...mixed, ...repeated(options, "name", at), ...inside];
}

const longest = (holder: JsonObject, field: string): number =>
  Math.max(
    lengthOf(words(holder[field])),
    ...entries(holder[`${field}_localizations`]).map(([, text]) => lengthOf(text)),
  );

function textOf(holder: JsonObject): number {
  const inside = [...objects(holder["options"]), ...objects(holder["choices"])];
  const own =
    longest(holder, "name") + longest(holder, "description") + lengthOf(words(holder["value"]));
  return own + inside.reduce((sum, each) => sum + textOf(each), 0);
}

/**
 * What the reference asks of a command beyond its schema: form of names, known locales, order of options,
 * at most 8,000 characters in all, counting the longest localisation of each text.
 *
 * Source: https://discord.com/developers/docs/interactions/application-commands
 */
export function commandProblems(command: JsonObject, path: Path): readonly Problem[] {
  const isChat = (command["type"] ?? CHAT_INPUT) === CHAT_INPUT;
  const length = textOf(command);
  return [
    ...(isChat ? nameProblems(words(command["name"]), [...path, "name"]) : []),
    ...(isChat ? localNameProblems(command, path) : []),
    ...(isChat && words(command["description"]) === ""
      ? [bad([...path, "description"], "BASE_TYPE_REQUIRED", "This field is required")]
      : []),
    ...(length > MOST_TEXT
      ? [bad(path, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MOST_TEXT})`)]
      : []),
    ...localeProblems(command, path),
    ...optionsProblems(command, path),
  ];
}

/** What is wrong among commands that stand together. */
export const commandSetProblems = (commands: readonly JsonObject[]): readonly Problem[] =>
  repeated(
    commands.map((command) => ({
      name: `${Number(command["type"] ?? CHAT_INPUT)} ${words(command["name"])}`,
    })),
    "name",
    [],
  );
