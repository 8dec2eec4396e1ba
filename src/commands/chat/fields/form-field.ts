import { choiceField } from "./choice-field.ts";

/** How much a briefing tells. */
export const formField = choiceField({
  values: ["brief", "full"],
  of: ({ form }) => form,
  to: (current, form) => ({ ...current, form }),
  label: (form, { phrases }) => phrases["form.label"][form],
});
