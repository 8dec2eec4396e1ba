/** What one check found: all right, worth a look, or broken; `mend` says what to do about it. */
export type Finding =
  | { readonly kind: "ok"; readonly about: string; readonly text: string }
  | {
      readonly kind: "warn" | "fail";
      readonly about: string;
      readonly text: string;
      readonly mend: string;
    };

/** All right. */
export const ok = (about: string, text: string): Finding => ({ kind: "ok", about, text });

/** Worth a look: Parley works, but not as well as it could. */
export const warn = (about: string, text: string, mend: string): Finding => ({
  kind: "warn",
  about,
  text,
  mend,
});

/** Broken: something that was asked for does not work. */
export const fail = (about: string, text: string, mend: string): Finding => ({
  kind: "fail",
  about,
  text,
  mend,
});

/** The message of an error, on one line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
