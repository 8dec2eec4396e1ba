import type { ModelPrices } from "./model-settings.ts";

/** Tokens given to a model and written by it. */
export type TokenUse = { readonly inputTokens: number; readonly outputTokens: number };

/** Nothing was used. */
export const NO_USE: TokenUse = { inputTokens: 0, outputTokens: 0 };

const MILLION = 1_000_000;

/** What tokens cost, in the money that the prices are in. */
export const costOf = (use: TokenUse, prices: ModelPrices): number =>
  (use.inputTokens * prices.input + use.outputTokens * prices.output) / MILLION;

/**
 * Tokenizers of today make a token of about four bytes of English; of Arabic script, whose letters take
 * two bytes each, of fewer.
 */
const BYTES_A_TOKEN = 3;

/** About how many tokens a text is; rather too many. */
export const estimateTokens = (text: string): number =>
  Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);

/** More than any model takes at once. */
const MOST_TOKENS = 100_000_000;

/** A count as a server tells it, or the estimate where it tells none that can be. */
export const countedOr = (told: number | undefined, estimate: number): number =>
  told === undefined || !(told > 0) || told > MOST_TOKENS ? estimate : Math.ceil(told);
