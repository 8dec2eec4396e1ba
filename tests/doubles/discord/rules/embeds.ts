import { isObject, objects, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Problem } from "../problem.ts";
import { lengthOf } from "../schema-check.ts";

const LIMIT = 6000;

function lengthOfEmbed(embed: JsonObject): number {
  const { author, footer } = embed;
  const texts = [
    embed["title"],
    embed["description"],
    isObject(author) ? author["name"] : "",
    isObject(footer) ? footer["text"] : "",
    ...objects(embed["fields"]).flatMap((field) => [field["name"], field["value"]]),
  ];
  return texts.reduce<number>((sum, text) => sum + lengthOf(words(text)), 0);
}

/**
 * What the schema cannot say of embeds: 6,000 characters in all, nothing empty.
 *
 * Source: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export function embedProblems(embeds: readonly JsonObject[]): readonly Problem[] {
  const total = embeds.reduce((sum, embed) => sum + lengthOfEmbed(embed), 0);
  const long =
    total > LIMIT
      ? [
          {
            path: ["embeds"],
            code: "MAX_EMBED_SIZE_EXCEEDED",
            message: `Embed size exceeds maximum size of ${LIMIT}`,
          },
        ]
      : [];
  const empty = embeds.flatMap((embed, index) => {
    const shown =
      lengthOfEmbed(embed) > 0 || isObject(embed["image"]) || isObject(embed["thumbnail"]);
    const blank = objects(embed["fields"]).flatMap((field, at) =>
      ["name", "value"]
        .filter((name) => words(field[name]).trim() === "")
        .map((name) => ({
          path: ["embeds", index, "fields", at, name],
          code: "BASE_TYPE_REQUIRED",
          message: "This field is required",
        })),
    );
    return shown
      ? blank
      : [
          {
            path: ["embeds", index, "description"],
            code: "BASE_TYPE_REQUIRED",
            message: "This field is required",
          },
        ];
  });
  return [...long, ...empty];
}
