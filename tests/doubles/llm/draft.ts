import type { PromptClaim, ReadPrompt } from "./claims.ts";

/** A sentence as a draft has it. */
export type Sentence = { readonly text: string; readonly claims: readonly string[] };

/** What a model makes of a prompt, before it is put into the shape that was asked for. */
export type Draft = {
  readonly lead: readonly Sentence[];
  readonly positions: readonly {
    readonly party: string;
    readonly sentences: readonly Sentence[];
  }[];
  readonly changes: readonly Sentence[];
  readonly translations: readonly { readonly claim: string; readonly text: string }[];
  readonly mended: readonly (Sentence & { readonly number: number })[];
};

/** Gives a quotation in the reader's language, or null where it does not know it. */
export type Translate = (original: string) => string | null;

const LEAD = 3;

/** What a careful model writes: the claims in the words that they are told in. */
export function writeHonestly({ claims, fallen }: ReadPrompt, translate: Translate): Draft {
  const parties = new Set(claims.flatMap(({ party }) => party ?? []));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    lead: claims
      .filter(({ kind }) => kind !== "statement" && kind !== "change")
      .slice(0, LEAD)
      .map(told),
    positions: [...parties].map((party) => ({
      party,
      sentences: claims.filter((claim) => claim.party === party).map(told),
    })),
    changes: claims.filter(({ kind }) => kind === "change").map(told),
    translations: claims.flatMap(({ id, originals }) =>
      originals.flatMap(({ text }) => {
        const translated = translate(text);
        return translated === null ? [] : [{ claim: id, text: translated }];
      }),
    ),
    mended: fallen.flatMap(({ number, claims: ids }) => {
      const claim = ids.map((id) => byId.get(id)).find((one) => one !== undefined);
      return claim === undefined ? [] : [{ number, ...told(claim) }];
    }),
  };
}

const told = ({ id, told: text }: PromptClaim): Sentence => ({ text, claims: [id] });

/** Puts a draft into the shape that a JSON Schema asks for; shapes it does not know are filled with little. */
export function inShape(draft: Draft, schema: unknown): unknown {
  const names = propertiesOf(schema);
  if ("lead" in names) {
    const { lead, positions, changes, translations } = draft;
    return { lead, positions, changes, translations };
  }
  if (!("sentences" in names)) return fill(schema);
  const isMending = JSON.stringify(names["sentences"]).includes('"number"');
  if (isMending) return { sentences: draft.mended };
  const spoken = draft.positions.flatMap(({ sentences }) => sentences);
  const sentences = [...draft.lead, ...spoken, ...draft.changes].slice(0, LEAD);
  const translations = "translations" in names ? { translations: draft.translations } : {};
  return { sentences, ...translations };
}

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json =>
  typeof value === "object" && value !== null ? { ...value } : {};

const propertiesOf = (schema: unknown): Json => objectOf(objectOf(schema)["properties"]);

function fill(schema: unknown): unknown {
  switch (objectOf(schema)["type"]) {
    case "object":
      return Object.fromEntries(
        Object.entries(propertiesOf(schema)).map(([name, inner]) => [name, fill(inner)]),
      );
    case "array":
      return [];
    case "boolean":
      return true;
    case "number":
    case "integer":
      return 1;
    default:
      return "yes";
  }
}
