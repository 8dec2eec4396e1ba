import { z } from "zod";
import type { SlashCommand } from "./slash-commands.ts";

const Words = z
  .record(z.string(), z.string())
  .nullish()
  .transform((words) => sorted(words ?? {}));

const Choice = z.object({
  name: z.string(),
  name_localizations: Words,
  value: z.union([z.string(), z.number()]),
});

const Option = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string(),
  description_localizations: Words,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  choices: z.array(Choice).default([]),
});

const Numbers = z
  .array(z.int())
  .nullish()
  .transform((numbers) => (numbers ?? []).toSorted((a, b) => a - b));

/** What we compare of a command as Discord gives it back, its defaults filled in. */
const Registered = z.object({
  type: z.int().default(1),
  name: z.string(),
  description: z.string(),
  description_localizations: Words,
  options: z.array(Option).default([]),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((bits) => bits ?? null),
});

const Everywhere = Registered.extend({ contexts: Numbers, integration_types: Numbers });

/** Whether what Discord holds says the same as our commands, in whatever order. */
export function isRegistered(held: unknown, commands: readonly SlashCommand[]): boolean {
  const everywhere = commands.some(({ contexts }) => contexts !== undefined);
  const Commands = z.array(everywhere ? Everywhere : Registered);
  const read = Commands.safeParse(held);
  const own = Commands.parse(commands);
  return (
    read.success &&
    JSON.stringify(read.data.toSorted(byName)) === JSON.stringify(own.toSorted(byName))
  );
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;

const sorted = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).toSorted(([a], [b]) => (a < b ? -1 : 1)));
