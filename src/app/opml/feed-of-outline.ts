import { createHash } from "node:crypto";
import { z } from "zod";
import { type DossierFeed, TIERS } from "../../config/dossier.ts";
import { ActorCode, Identifier, TimeZone } from "../../config/seed-fields.ts";
import { LANGUAGES, type Language, LanguageSchema } from "../../lib/language.ts";
import { SEPARATOR } from "./parley-attributes.ts";

/** The attributes of an outline, their names in lower case. */
export type OutlineAttributes = Readonly<Record<string, string>>;

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 2_048;

/** The feed that an outline names, or why it names none, for people. */
export function feedOfOutline(attributes: OutlineAttributes): DossierFeed | string {
  const address = attributes["xmlurl"]?.trim() ?? "";
  const url = address.length > LONGEST_ADDRESS ? null : URL.parse(address);
  if (url === null) return `"${address.slice(0, 80)}" is no address`;
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `${address.slice(0, 80)} is neither http: nor https:`;
  const name = nameOf(attributes) ?? url.host;
  const valid = validator(attributes);
  const side = valid("side", ActorCode);
  const timeZone = valid("timezone", TimeZone);
  return {
    id: valid("id", Identifier) ?? idOf(url.href),
    url: url.href,
    name,
    also: namesOf(attributes["parley:also"]),
    labels: namesOf(attributes["parley:labels"]),
    owner: attributes["parley:owner"]?.trim().slice(0, LONGEST_NAME) || name,
    tier: valid("tier", z.enum(TIERS)) ?? "outlet",
    lang: languageOf(attributes["language"]) ?? "en",
    pollEveryMs: valid("polleveryms", z.coerce.number().int().min(60_000)) ?? 600_000,
    ...(side === undefined ? {} : { side }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

const validator =
  (attributes: OutlineAttributes) =>
  <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    schema.safeParse(attributes[`parley:${name}`]).data;

const nameOf = ({ text, title }: OutlineAttributes): string | undefined =>
  [title, text]
    .map((name) => name?.replace(/\s+/g, " ").trim().slice(0, LONGEST_NAME))
    .find(Boolean);

const namesOf = (names: string | undefined): string[] =>
  (names ?? "")
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter(Boolean);

function languageOf(tag: string | undefined): Language | undefined {
  const { data } = LanguageSchema.safeParse(tag?.trim().slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => language === data);
}

/** The id of an added feed: the same address always gets the same. */
export const idOf = (address: string): string =>
  `added-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`;
