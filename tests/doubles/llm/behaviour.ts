/** How a model, or the server before it, behaves. */
export type Behaviour =
  /** Says what the claims tell, in their words. */
  | { readonly kind: "honest" }
  /** The worst case: honest, and says as well whatever the texts within the prompt demand. */
  | { readonly kind: "obeys" }
  /** Honest, with this share of its sentences changed by the seed; see {@link PlantedLie}. */
  | { readonly kind: "lies"; readonly share: number }
  /** These very words, whatever was asked. */
  | { readonly kind: "says"; readonly content: string }
  /** Honest, within a code fence and words of its own. */
  | { readonly kind: "fenced" }
  /** Honest, after its reasoning. */
  | { readonly kind: "thinks" }
  /** Words, and no JSON. */
  | { readonly kind: "malformed" }
  /** JSON of another shape. */
  | { readonly kind: "misshapen" }
  /** Ends in the middle, for its length. */
  | { readonly kind: "cut-off" }
  | { readonly kind: "refuses"; readonly by: "refusal" | "content-filter" }
  /** Nothing comes, ever; or the half of an answer. */
  | { readonly kind: "stalls"; readonly after: "nothing" | "half" }
  /** Honest, so many real ms later. */
  | { readonly kind: "slow"; readonly ms: number }
  /** An error of the server's, with its words. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly message?: string;
      readonly code?: string;
      readonly retryAfter?: string;
    }
  /** The connection breaks, before anything came or in the middle. */
  | { readonly kind: "breaks"; readonly after: "nothing" | "half" }
  /** Sends all it was told to another address. */
  | { readonly kind: "redirects"; readonly to: string }
  /** A page of a proxy, with status 200. */
  | { readonly kind: "no-api" }
  /** An answer of so many bytes. */
  | { readonly kind: "huge"; readonly bytes: number };

/** What a server takes of a request; what it does not take is refused with status 400. */
export type Abilities = {
  readonly formats: readonly ("json_schema" | "json_object")[];
  /** Parameters that it refuses. */
  readonly refused: readonly string[];
  /** Whether it tells how many tokens were used. */
  readonly usage: boolean;
};
