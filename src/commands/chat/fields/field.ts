import type { Subscription } from "../../../deliveries/subscription.ts";
import type { ControlChoice } from "../../../messages/control.ts";
import type { Completion } from "../../../platform/conversation.ts";
import type { Tools } from "../tools.ts";

/** Everything about a subscription that its chat may set, in the order in which it is shown. */
export const FIELD_NAMES = [
  "language",
  "city",
  "at",
  "days",
  "form",
  "picture",
  "alerts",
  "events",
  "quiet",
  "confidence",
  "moments",
] as const;

/** Names a setting of a subscription. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** The subscription with the value that was said, or what to tell who said it. */
export type FieldReading =
  | { readonly kind: "set"; readonly to: Subscription }
  | { readonly kind: "unreadable"; readonly says: string };

/** One setting of a subscription: how it is read from words, told, and chosen. */
export type Field = {
  readonly read: (said: string, current: Subscription, tools: Tools) => FieldReading;
  readonly show: (current: Subscription, tools: Tools) => string;
  /** None for what is searched. */
  readonly choices: (current: Subscription, tools: Tools) => readonly ControlChoice[];
  /** Values that may follow what was typed so far. */
  readonly complete: (typed: string, tools: Tools) => readonly Completion[];
};
