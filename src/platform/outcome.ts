import type { Address } from "./address.ts";

/** What became of one send. Each kind asks for a different next step. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** Flood control, not a failure: wait exactly this long, spend no attempt. */
  | { readonly kind: "wait"; readonly ms: number }
  /** Network trouble or a 5xx. `maybeSent` when the answer, not the request, was lost. */
  | { readonly kind: "retry"; readonly reason: string; readonly maybeSent: boolean }
  /** The chat has a new id, as when a Telegram group becomes a supergroup. */
  | { readonly kind: "moved"; readonly to: Address }
  /** Blocked, kicked or deleted: end the subscription. */
  | { readonly kind: "gone"; readonly reason: string }
  /** The platform rejects this payload: our bug. Simpler rendering once, then bury and alert. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The credentials are wrong: stop this adapter, keep the others running. */
  | { readonly kind: "unauthorized"; readonly reason: string };
