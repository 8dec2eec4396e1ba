import type { Subscription } from "../../deliveries/subscription.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import type { Control, ControlRow } from "../../messages/control.ts";
import { type Block, type Span, strong, text } from "../../messages/message.ts";
import type { Reply } from "../command.ts";
import { button, paragraph, spansWithCommands } from "../say.ts";
import { danger } from "./controls.ts";
import { describe, instantSpans, talksName } from "./describe.ts";
import { FIELD_NAMES, type FieldName } from "./fields/field.ts";
import { FIELDS } from "./fields/fields.ts";
import { answer, titled, type Tools } from "./tools.ts";

/** Settings of a subscription with their values, a line each. */
export const factsOf = (
  subscription: Subscription,
  names: readonly FieldName[],
  tools: Tools,
): Block => ({
  kind: "list",
  items: names.map((name) =>
    labelled(tools.phrases["field.label"][name], FIELDS[name].show(subscription, tools), tools),
  ),
});

const labelled = (name: string, value: string, { asked }: Tools): readonly Span[] => [
  strong(catalogOf(asked.language).label({ name })),
  text(value),
];

/** All about one subscription, with a button for each of its settings. */
export function showPanel(
  subscription: Subscription,
  tools: Tools,
  news: readonly string[] = [],
): Reply {
  const { asked, phrases } = tools;
  const { talks, nextAt, timeZone, status } = subscription;
  const next: Block[] =
    nextAt === null || status.kind !== "active"
      ? []
      : [paragraphOf(strong(phrases["subscribed.next"]), ...instantSpans(nextAt, timeZone, tools))];
  const blocks = [
    ...news.map(paragraph),
    paragraphOf(strong(talksName(talks, tools))),
    factsOf(
      subscription,
      FIELD_NAMES.filter((name) => isTold(name, subscription)),
      tools,
    ),
    paragraphOf(
      strong(label(phrases["settings.status"], tools)),
      ...statusSpans(subscription, tools),
    ),
    ...next,
  ];
  return answer(asked, titled(phrases["settings.title"], blocks), {
    controls: panelRows(subscription, tools),
  });
}

/** The days tell the time with them, and no event alerts where none is wanted. */
const isTold = (name: FieldName, { alerts }: Subscription): boolean =>
  name !== "at" && (name !== "events" || alerts.includes("event"));

const label = (name: string, { asked }: Tools): string => catalogOf(asked.language).label({ name });

const paragraphOf = (...spans: readonly Span[]): Block => ({ kind: "paragraph", spans });

/** Whether a subscription is active, resting or ended, in words. */
function statusSpans({ status, timeZone }: Subscription, tools: Tools): readonly Span[] {
  const { phrases } = tools;
  switch (status.kind) {
    case "active":
      return [text(phrases["status.active"])];
    case "paused":
      return status.until === null
        ? [text(phrases["status.pausedOpen"])]
        : [text(phrases["status.paused"]), ...instantSpans(status.until, timeZone, tools)];
    case "ended":
      return spansWithCommands(phrases["status.ended"]);
  }
}

function panelRows(subscription: Subscription, tools: Tools): readonly ControlRow[] {
  const { id, status } = subscription;
  const { phrases } = tools;
  const fields = FIELD_NAMES.map((name) => fieldButton(name, subscription, tools));
  const rest =
    status.kind === "active"
      ? button(phrases["pause.title"], "pause", { id })
      : button(phrases["pause.resume"], "pause", { id, until: "resume" });
  return [...inPairs(fields), [rest, danger(phrases["unsubscribe.title"], "unsubscribe", { id })]];
}

const fieldButton = (name: FieldName, { id }: Subscription, { phrases }: Tools): Control =>
  name === "city"
    ? searchButton(id, phrases)
    : button(phrases["field.label"][name], "settings", { id, set: name });

const searchButton = (id: string, phrases: Tools["phrases"]): Control => ({
  kind: "search",
  label: phrases["field.label"].city,
  call: { command: "settings", options: { id, set: "city" } },
  fills: "to",
  question: phrases["city.question"],
});

function inPairs(controls: readonly Control[]): readonly ControlRow[] {
  return controls.flatMap((control, at) => {
    const beside = controls[at + 1];
    if (at % 2 === 1) return [];
    return [beside === undefined ? [control] : [control, beside]] satisfies ControlRow[];
  });
}

/** One setting: what it does, its values, and the way back. */
export function showField(name: FieldName, subscription: Subscription, tools: Tools): Reply {
  const { asked, phrases } = tools;
  const { id } = subscription;
  const choices = FIELDS[name].choices(subscription, tools);
  const title = phrases["field.label"][name];
  const select: Control =
    choices.length === 0
      ? searchButton(id, phrases)
      : {
          kind: "select",
          label: title,
          call: { command: "settings", options: { id, set: name } },
          fills: "to",
          choices,
        };
  const blocks = [paragraph(phrases["field.help"][name]), factsOf(subscription, [name], tools)];
  return answer(asked, titled(title, blocks), {
    controls: [[select], [button(phrases["settings.back"], "settings", { id })]],
  });
}

/** Several subscriptions, each with a button that gives a call its id. */
export function showList(
  question: string,
  own: readonly Subscription[],
  { tools, rows }: { readonly tools: Tools; readonly rows: readonly ControlRow[] },
): Reply {
  const { asked, phrases } = tools;
  const items = own.map((each) => [
    text(`${describe(each, tools)} \u2013 `),
    ...statusSpans(each, tools),
  ]);
  const blocks: readonly Block[] = [paragraph(question), { kind: "list", items }];
  return answer(asked, titled(phrases["settings.title"], blocks), { controls: rows });
}
