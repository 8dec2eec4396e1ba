import type { CommandForm } from "../../src/platform/command-form.ts";

/** A command for everyone whose options are words that can be completed. */
export const formOf = (name: string, options: readonly string[]): CommandForm => ({
  name,
  description: { en: name, ar: name, fa: name },
  audience: "everyone",
  options: options.map((option) => ({
    name: option,
    description: { en: option, ar: option, fa: option },
    required: false,
    input: { kind: "completed" },
  })),
});
