import { shorten } from "../../src/messages/quotation.ts";
import { type Pressed, writeCustomId } from "./custom-id.ts";
import { LONGEST_MODAL_DESCRIPTION, LONGEST_MODAL_LABEL } from "./limits.ts";

/** Characters of what may be typed into it. */
const LONGEST_WORDS = 200;

/**
 * A modal that asks for words, as Discord writes it; `label` is what stands on the button that opens it.
 * Null where the call is too long to be carried in it.
 */
export function modalOf(
  { call, fills, question }: Extract<Pressed, { kind: "ask" }>,
  label: string,
): object | null {
  const id = writeCustomId({ kind: "fill", call, fills }, 0);
  if (id === null) return null;
  const asked = question || label || "\u2026";
  const short = asked.length <= LONGEST_MODAL_LABEL;
  const field = short ? asked : label || asked;
  return {
    custom_id: id,
    title: shorten(label || asked, LONGEST_MODAL_LABEL),
    components: [
      {
        type: 18,
        label: shorten(field, LONGEST_MODAL_LABEL),
        ...(short ? {} : { description: shorten(asked, LONGEST_MODAL_DESCRIPTION) }),
        component: {
          type: 4,
          custom_id: "words",
          style: 1,
          required: true,
          min_length: 1,
          max_length: LONGEST_WORDS,
        },
      },
    ],
  };
}
