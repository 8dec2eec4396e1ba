import type { Subscription } from "../../deliveries/subscription.ts";
import { type Control, type ControlRow } from "../../messages/control.ts";
import { button } from "../say.ts";
import { oneTapRows } from "./controls.ts";
import { describe } from "./describe.ts";
import { answer, titled, type Tools } from "./tools.ts";
import { paragraph } from "../say.ts";
import type { Reply } from "../command.ts";

/** Stands for all subscriptions of the chat where an id may stand. */
export const ALL = "all";

/** Those that an id means: one, all, or the only one there is; null where it must be asked which. */
export function meantBy(
  id: string | undefined,
  own: readonly Subscription[],
): readonly Subscription[] | null {
  if (id === ALL) return own;
  if (id === undefined) return own.length === 1 ? own : null;
  return own.filter((each) => each.id === id);
}

/** One button for each subscription. */
export const chooseRows = (
  own: readonly Subscription[],
  command: string,
  tools: Tools,
): readonly ControlRow[] =>
  own.map((each): readonly [Control] => [button(describe(each, tools), command, { id: each.id })]);

/** There is nothing to change; here is how to begin. */
export const tellNothing = (title: string, tools: Tools): Reply =>
  answer(tools.asked, titled(title, [paragraph(tools.phrases["settings.nothing"])]), {
    controls: oneTapRows(tools),
  });
