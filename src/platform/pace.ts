import type { Address } from "./address.ts";

/** At most so many messages in any stretch of so many milliseconds. */
export type Window = { readonly messages: number; readonly ms: number };

/** How fast a platform lets a bot speak. */
export type Pace = {
  /** Over all chats together. */
  readonly overall: Window;
  /** Within the chat of an address; threads of a chat share it. */
  readonly within: (to: Address) => readonly Window[];
};
