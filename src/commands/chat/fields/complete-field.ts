import type { Completion } from "../../../platform/conversation.ts";
import { comparable } from "../../arguments/option-value.ts";
import type { Tools } from "../tools.ts";
import type { FieldName } from "./field.ts";
import { FIELDS } from "./fields.ts";

/** Settings whose values are looked up by what was typed, not chosen from a few. */
const SEARCHED: ReadonlySet<FieldName> = new Set(["city", "at"]);

/** Values of a setting for the words typed so far. */
export function completeField(name: FieldName, typed: string, tools: Tools): readonly Completion[] {
  const found = FIELDS[name].complete(typed, tools);
  return SEARCHED.has(name) ? found : holding(typed, found);
}

/** Those whose label or value holds the words typed. */
export function holding(typed: string, found: readonly Completion[]): readonly Completion[] {
  const wanted = comparable(typed);
  return found.filter(({ label, value }) =>
    [label, value].some((words) => comparable(words).includes(wanted)),
  );
}
