import { z } from "zod";
import type { KnownNames } from "./known-names.ts";

/** Longer than any name. */
const LONGEST_NAME = 120;

/** An option that takes any name of something known, and gives what it means. */
export const namedOption = (known: KnownNames) =>
  z
    .string()
    .max(LONGEST_NAME)
    .transform((name, context) => {
      const value = known.find(name);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: "nobody is called so" });
      return z.NEVER;
    });
