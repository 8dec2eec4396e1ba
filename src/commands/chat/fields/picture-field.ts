import { choiceField } from "./choice-field.ts";

/** Whether briefings come with a picture. */
export const pictureField = choiceField({
  values: ["on", "off"],
  of: ({ picture }) => (picture ? "on" : "off"),
  to: (current, value) => ({ ...current, picture: value === "on" }),
  label: (value, { phrases }) => phrases["picture.label"][value],
});
