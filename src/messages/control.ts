/** A command as a press gives it: its name and its options, as texts. */
export type Call = {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
};

/** One of several values; `chosen` marks those in force. */
export type ControlChoice = {
  readonly label: string;
  readonly value: string;
  readonly chosen: boolean;
};

/** Something under a message that a reader may press instead of typing. It holds all that it means, so it works after a restart. */
export type Control =
  /** Gives a command. */
  | {
      readonly kind: "button";
      readonly label: string;
      readonly call: Call;
      readonly weight: "primary" | "plain" | "danger";
    }
  /** Opens a page. */
  | { readonly kind: "link"; readonly label: string; readonly url: string }
  /** Gives a command with the chosen value in the option `fills`. */
  | {
      readonly kind: "select";
      readonly label: string;
      readonly call: Call;
      readonly fills: string;
      readonly choices: readonly ControlChoice[];
    }
  /** Asks for words, searched as they are typed where the platform can, and gives a command with them in `fills`. */
  | {
      readonly kind: "search";
      readonly label: string;
      readonly call: Call;
      readonly fills: string;
      readonly question: string;
    };

/** Controls side by side. */
export type ControlRow = readonly [Control, ...Control[]];
