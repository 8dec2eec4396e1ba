import { z } from "zod";

/** What the person did. */
export type Act =
  | { readonly kind: "command"; readonly name: string; readonly options: Record<string, string> }
  | {
      readonly kind: "completion";
      readonly name: string;
      readonly option: string;
      readonly typed: string;
      /** The other options, as far as they are given. */
      readonly given: Readonly<Record<string, string>>;
    }
  /** `value` is what was chosen in a select. */
  | { readonly kind: "press"; readonly customId: string; readonly value: string | null }
  /** `words` is what was typed into a modal. */
  | { readonly kind: "modal"; readonly customId: string; readonly words: string };

const Option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});
type Option = z.output<typeof Option>;

const Given = z.object({ name: z.string(), options: z.array(Option).nullish() });
const ChatInput = Given.extend({ type: z.literal(1) });
const Press = z.object({ custom_id: z.string(), values: z.array(z.string()).nullish() });
const Modal = z.object({ custom_id: z.string(), components: z.unknown() });

/**
 * What an interaction's data says, by the interaction's type; null for what we do not know.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
export function readAct(type: number, data: unknown): Act | null {
  switch (type) {
    case 2:
      return readCommand(data);
    case 3:
      return readPress(data);
    case 4:
      return readCompletion(data);
    case 5:
      return readModal(data);
    default:
      return null;
  }
}

function readCommand(data: unknown): Act | null {
  const given = ChatInput.safeParse(data);
  if (!given.success) return null;
  return { kind: "command", name: given.data.name, options: valuesOf(given.data.options ?? []) };
}

const valuesOf = (options: readonly Option[]): Record<string, string> =>
  Object.fromEntries(
    options.flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  );

function readCompletion(data: unknown): Act | null {
  const given = Given.safeParse(data);
  const option = given.data?.options?.find(({ focused }) => focused === true);
  if (!given.success || option === undefined) return null;
  const typed = String(option.value ?? "");
  const { name, options } = given.data;
  const others = valuesOf((options ?? []).filter(({ focused }) => focused !== true));
  return { kind: "completion", name, option: option.name, typed, given: others };
}

function readPress(data: unknown): Act | null {
  const press = Press.safeParse(data);
  if (!press.success) return null;
  return {
    kind: "press",
    customId: press.data.custom_id,
    value: press.data.values?.[0] ?? null,
  };
}

function readModal(data: unknown): Act | null {
  const modal = Modal.safeParse(data);
  if (!modal.success) return null;
  const words = findComponent(modal.data.components, (each) => typeof each["value"] === "string");
  return {
    kind: "modal",
    customId: modal.data.custom_id,
    words: typeof words?.["value"] === "string" ? words["value"] : "",
  };
}

/** What stands on the control of a message that has this custom id; empty where nothing does. */
export function labelOf(components: unknown, customId: string): string {
  const control = findComponent(components, (each) => each["custom_id"] === customId);
  return typeof control?.["label"] === "string" ? control["label"] : "";
}

type Fields = Readonly<Record<string, unknown>>;
const Fields = z.record(z.string(), z.unknown());

/** The first component that fits, wherever layouts hold it. */
function findComponent(
  components: unknown,
  fits: (component: Fields) => boolean,
  depth = 0,
): Fields | null {
  if (!Array.isArray(components) || depth > DEEPEST) return null;
  for (const each of components) {
    const component = Fields.safeParse(each).data;
    if (component === undefined) continue;
    if (fits(component)) return component;
    const inner = [component["components"], [component["component"]]];
    for (const held of inner) {
      const found = findComponent(held, fits, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

const DEEPEST = 4;
