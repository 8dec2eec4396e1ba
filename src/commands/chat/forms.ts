import { z } from "zod";
import { settingsCatalogOf } from "../../i18n/settings/catalog.ts";
import type { SettingsCatalog } from "../../i18n/settings/en.ts";
import { LANGUAGES } from "../../lib/language.ts";
import type {
  CommandForm,
  Localized,
  OptionChoice,
  OptionForm,
} from "../../platform/command-form.ts";
import type { TalksDesk } from "../desk.ts";
import { FIELD_NAMES } from "./fields/field.ts";

type Pick = (phrases: SettingsCatalog) => string;

const localized = (pick: Pick): Localized => ({
  en: pick(settingsCatalogOf("en")),
  ar: pick(settingsCatalogOf("ar")),
  fa: pick(settingsCatalogOf("fa")),
});

type CommandName = keyof SettingsCatalog["command"];
type OptionName = keyof SettingsCatalog["option"];

const form = (
  name: CommandName,
  audience: CommandForm["audience"],
  options: readonly OptionForm[] = [],
): CommandForm => ({
  name,
  description: localized(({ command }) => command[name]),
  options,
  audience,
});

const option = (name: OptionName, input: OptionForm["input"], required = false): OptionForm => ({
  name,
  description: localized((phrases) => phrases.option[name]),
  required,
  input,
});

const text = { kind: "text" } as const;
const completed = { kind: "completed" } as const;

const choice = (value: string, pick: Pick): OptionChoice => ({ value, label: localized(pick) });

const languages: OptionForm["input"] = {
  kind: "choice",
  choices: LANGUAGES.map((language) =>
    choice(language, (phrases) => phrases["language.name"][language]),
  ),
};

const yes: OptionForm["input"] = {
  kind: "choice",
  choices: [choice("yes", ({ yes: word }) => word)],
};

const briefOrFull: OptionForm["input"] = {
  kind: "choice",
  choices: (["brief", "full"] as const).map((value) =>
    choice(value, (phrases) => phrases["form.label"][value]),
  ),
};

const onOrOff: OptionForm["input"] = {
  kind: "choice",
  choices: (["on", "off"] as const).map((value) =>
    choice(value, (phrases) => phrases["picture.label"][value]),
  ),
};

const fieldNames: OptionForm["input"] = {
  kind: "choice",
  choices: FIELD_NAMES.map((name) => choice(name, (phrases) => phrases["field.label"][name])),
};

/** Discord offers no more. */
const MOST_CHOICES = 25;

/** A form with the choice among the talks that are followed. */
export const aboutTalks = (about: CommandForm, followed: readonly TalksDesk[]): CommandForm => ({
  ...about,
  options: [
    ...about.options,
    option("talks", {
      kind: "choice",
      choices: followed.slice(0, MOST_CHOICES).map(({ names: { dossier } }) => ({
        value: dossier.id,
        label: dossier.names,
      })),
    }),
  ],
});

/** Reads the id of talks that are followed. */
export const talksAmong = (followed: readonly TalksDesk[]) =>
  z.string().refine((id) => followed.some(({ names }) => names.dossier.id === id));

/** How each command is offered. Who in a group may change what it gets is its administrators. */
export const FORMS = {
  start: form("start", "everyone", [option("payload", text), option("language", languages)]),
  subscribe: form("subscribe", "administrators", [
    option("at", completed),
    option("days", completed),
    option("city", completed),
    option("language", languages),
    option("form", briefOrFull),
    option("picture", onOrOff),
    option("alerts", completed),
    option("moments", completed),
    option("more", yes),
  ]),
  settings: form("settings", "administrators", [
    option("set", fieldNames),
    option("to", completed),
    option("id", completed),
    option("language", languages),
  ]),
  unsubscribe: form("unsubscribe", "administrators", [
    option("id", completed),
    option("sure", yes),
  ]),
  pause: form("pause", "administrators", [option("until", completed), option("id", completed)]),
  export: form("export", "administrators"),
  forget: form("forget", "administrators", [option("sure", yes)]),
  feeds: form("feeds", "operators"),
  stats: form("stats", "operators"),
  broadcast: form("broadcast", "operators", [
    option("en", text),
    option("ar", text),
    option("fa", text),
    option("send", completed),
  ]),
} as const;
