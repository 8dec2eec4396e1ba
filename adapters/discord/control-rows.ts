import type { Control, ControlRow } from "../../src/messages/control.ts";
import { shorten } from "../../src/messages/quotation.ts";
import { type Pressed, writeCustomId } from "./custom-id.ts";
import {
  LONGEST_BUTTON,
  LONGEST_BUTTON_URL,
  LONGEST_CHOICE,
  LONGEST_PLACEHOLDER,
  MOST_BUTTONS,
  MOST_CHOICES,
} from "./limits.ts";
import type { ActionRow, Button, SelectOption, StringSelect } from "./part.ts";

type Select = Extract<Control, { kind: "select" }>;

/**
 * Controls as Discord's rows: at most five buttons or one select in each. A select of more than 25
 * choices becomes several. What Discord cannot hold is left out: an address that is not of the web or too
 * long, a call of more than 100 characters, and what lies beyond `mostRows`.
 */
export function controlRows(rows: readonly ControlRow[], mostRows: number): readonly ActionRow[] {
  let place = 0;
  const made = rows.flatMap((row) => {
    const controls = row.flatMap((control) => toComponents(control, () => place++));
    return toRows(controls);
  });
  return made.length <= mostRows ? made : closeRanks(made).slice(0, mostRows);
}

function toComponents(control: Control, next: () => number): (Button | StringSelect)[] {
  switch (control.kind) {
    case "button":
      return button(
        control.label,
        { kind: "call", call: control.call },
        next,
        WEIGHTS[control.weight],
      );
    case "search": {
      const { call, fills, question } = control;
      return button(control.label, { kind: "ask", call, fills, question }, next, WEIGHTS.plain);
    }
    case "link":
      return isWebAddress(control.url)
        ? [{ type: 2, style: 5, label: label(control.label), url: control.url }]
        : [];
    case "select":
      return selects(control, next);
  }
}

const WEIGHTS = { primary: 1, plain: 2, danger: 4 } as const;

function button(
  words: string,
  pressed: Pressed,
  next: () => number,
  style: 1 | 2 | 4,
): [Button] | [] {
  const id = writeCustomId(pressed, next());
  return id === null ? [] : [{ type: 2, style, label: label(words), custom_id: id }];
}

const label = (words: string): string => shown(words, LONGEST_BUTTON);

/** Discord refuses an empty label. */
const shown = (words: string, most: number): string =>
  shorten(words.toWellFormed().trim(), most) || "\u2026";

const isWebAddress = (url: string): boolean =>
  url.length <= LONGEST_BUTTON_URL && /^https?:\/\//i.test(url) && URL.canParse(url);

function selects(control: Select, next: () => number): StringSelect[] {
  const options = optionsOf(control);
  const pages = Math.ceil(options.length / MOST_CHOICES);
  return Array.from({ length: pages }, (_, page) => page).flatMap((page): StringSelect[] => {
    const { call, fills } = control;
    const id = writeCustomId({ kind: "fill", call, fills }, next());
    if (id === null) return [];
    const words = pages === 1 ? control.label : `${control.label} (${page + 1}/${pages})`;
    return [
      {
        type: 3,
        custom_id: id,
        placeholder: shown(words, LONGEST_PLACEHOLDER),
        min_values: 1,
        max_values: 1,
        options: options.slice(page * MOST_CHOICES, (page + 1) * MOST_CHOICES),
      },
    ];
  });
}

/** Discord takes each value once, and one default where one value may be chosen. */
function optionsOf({ choices }: Select): SelectOption[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  const usable = [...byValue.values()].filter(
    ({ value }) => value !== "" && value.length <= LONGEST_CHOICE,
  );
  const chosen = usable.find((choice) => choice.chosen);
  return usable.map((choice) => ({
    label: shown(choice.label, LONGEST_CHOICE),
    value: choice.value.toWellFormed(),
    default: choice === chosen,
  }));
}

function toRows(controls: readonly (Button | StringSelect)[]): ActionRow[] {
  const rows: ActionRow[] = [];
  let buttons: Button[] = [];
  const flush = () => {
    if (buttons.length > 0) rows.push({ type: 1, components: buttons });
    buttons = [];
  };
  for (const control of controls) {
    if (control.type === 3 || buttons.length === MOST_BUTTONS) flush();
    if (control.type === 3) rows.push({ type: 1, components: [control] });
    else buttons.push(control);
  }
  flush();
  return rows;
}

/** Gives up the rows' own breaks, so that fewer hold the same buttons. */
const closeRanks = (rows: readonly ActionRow[]): ActionRow[] =>
  toRows(rows.flatMap((row): readonly (Button | StringSelect)[] => row.components));
