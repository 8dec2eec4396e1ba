/** How an adapter's listening to people stands. */
export type Hearing =
  | { readonly kind: "hearing"; readonly by: "gateway" | "polling" | "webhook" | "another-node" }
  /** The connection broke; it is being opened again where it left off. */
  | ({ readonly kind: "resuming" } & Deafness)
  | ({ readonly kind: "lost" } & Deafness);

/** Why nobody is heard, and how to mend it, both for operators. */
export type Deafness = { readonly reason: string; readonly advice: string };

/** Tells how listening stands: whenever that changes, and each time a poll is answered. */
export type TellHearing = (hearing: Hearing) => void;
