import { COMPONENT, placed } from "../component-tree.ts";
import { objects, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Problem } from "../problem.ts";
import { lengthOf } from "../schema-check.ts";
import { commonProblems } from "./components.ts";

const MOST_ROWS = 5;

function inputProblems(
  component: JsonObject,
  path: readonly (string | number)[],
): readonly Problem[] {
  const inRow = path.at(-2) === "components";
  const least = Number(component["min_length"] ?? 0);
  const most = Number(component["max_length"] ?? 4000);
  const value = lengthOf(words(component["value"]));
  const bad = (name: string, message: string): Problem => ({
    path: [...path, name],
    code: "BASE_TYPE_BAD_LENGTH",
    message,
  });
  const hasLabel = words(component["label"]) !== "";
  return [
    ...(inRow && !hasLabel ? [bad("label", "A text input in a row must have a label.")] : []),
    ...(!inRow && hasLabel ? [bad("label", "The label component holds the label.")] : []),
    ...(least > most ? [bad("min_length", "Must be no more than max_length.")] : []),
    ...(value > most || (value > 0 && value < least)
      ? [bad("value", `Must be between ${least} and ${most} in length.`)]
      : []),
  ];
}

/**
 * What the rules ask of a modal beyond its schema: one to five rows, each with one input.
 *
 * Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
 */
export function modalProblems(modal: JsonObject): readonly Problem[] {
  const top = objects(modal["components"]);
  const all = placed(modal["components"], ["data", "components"]);
  const many =
    top.length > MOST_ROWS
      ? [
          {
            path: ["data", "components"],
            code: "BASE_TYPE_BAD_LENGTH",
            message: `Must be between 1 and ${MOST_ROWS} in length.`,
          },
        ]
      : [];
  const wide = top.flatMap((row, index) =>
    objects(row["components"]).length > 1
      ? [
          {
            path: ["data", "components", index],
            code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            message: "The row holds more than its width.",
          },
        ]
      : [],
  );
  const inputs = all
    .filter(({ component }) => component["type"] === COMPONENT.textInput)
    .flatMap(({ component, path }) => inputProblems(component, path));
  return [...many, ...wide, ...commonProblems(all), ...inputs];
}
