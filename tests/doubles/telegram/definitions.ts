import { readFileSync } from "node:fs";

/** What the official definitions say of one parameter or field. */
export type FieldDefinition = {
  /** Any of these: `Integer`, `String`, `Boolean`, `Float`, `Array of X` or the name of a type. */
  readonly types: readonly string[];
  readonly required?: boolean;
  readonly length?: {
    readonly min: number;
    readonly max: number;
    readonly unit: "characters" | "bytes";
    /** Counted after markup is taken off. */
    readonly parsed: boolean;
  };
  /** The only value allowed, which tells the subtypes of a type apart. */
  readonly value?: string;
};

/** Fields by name. */
export type Fields = Readonly<Record<string, FieldDefinition>>;

/** An object type, or one that stands for several. */
export type TypeDefinition = {
  readonly fields?: Fields;
  readonly subtypes?: readonly string[];
};

/** The facts of the Bot API that requests are checked against. */
export type Definitions = {
  readonly source: string;
  readonly licence: string;
  readonly version: string;
  /** The kinds of update. */
  readonly updates: readonly string[];
  readonly methods: Readonly<Record<string, Fields>>;
  readonly types: Readonly<Record<string, TypeDefinition>>;
};

/** Reads the checked-in definitions. */
export const readDefinitions = (): Definitions =>
  JSON.parse(readFileSync(new URL("bot-api.json", import.meta.url), "utf8")) as Definitions;
