import { COMPONENT, componentsIn } from "../component-tree.ts";
import { isObject, words } from "../json.ts";
import type { JsonObject } from "../json.ts";

const MENTION = /@everyone|@here|<@&\d{1,20}>|<@!?\d{1,20}>/gu;

type Kind = "everyone" | "roles" | "users";

const kindOf = (mention: string): Kind =>
  mention.startsWith("@") ? "everyone" : mention.startsWith("<@&") ? "roles" : "users";

const listed = (allowed: JsonObject, name: string): readonly unknown[] =>
  Array.isArray(allowed[name]) ? allowed[name] : [];

function isAllowed(mention: string, allowed: JsonObject | null): boolean {
  if (allowed === null) return true;
  const kind = kindOf(mention);
  if (listed(allowed, "parse").includes(kind)) return true;
  const id = mention.replaceAll(/[^\d]/gu, "");
  return kind !== "everyone" && listed(allowed, kind).includes(id);
}

/**
 * Mentions in a message that would notify someone; embeds never do. Those inside code are counted too.
 *
 * Source: https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function pingsOf(body: JsonObject): readonly string[] {
  const allowed = isObject(body["allowed_mentions"]) ? body["allowed_mentions"] : null;
  const texts = [
    words(body["content"]),
    ...componentsIn(body["components"])
      .filter((component) => component["type"] === COMPONENT.textDisplay)
      .map((component) => words(component["content"])),
  ];
  const found = texts.flatMap((text) => [...text.matchAll(MENTION)].map(([mention]) => mention));
  const reply = isObject(body["message_reference"]) && allowed?.["replied_user"] !== false;
  return [...found.filter((each) => isAllowed(each, allowed)), ...(reply ? ["reply"] : [])];
}
