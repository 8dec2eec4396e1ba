import type { DispatchEvent } from "../../deliveries/dispatch-event.ts";
import type { Conversation } from "../../platform/conversation.ts";
import type { PlatformContact } from "./platform-contact.ts";

type Contacts = readonly PlatformContact[];

/** Notes that a platform was heard of. */
const noteHeard = (contacts: Contacts, platform: string): void =>
  contacts.find((contact) => contact.platform === platform)?.heard();

/** Notes what a platform answered to a send: anything but silence and trouble. */
export function noteAnswered(contacts: Contacts, event: DispatchEvent): void {
  if (event.kind !== "settled") return;
  if (event.outcome === "retry" || event.outcome === "unauthorized") return;
  noteHeard(contacts, event.platform);
}

/** The conversation, by which a platform is heard of whenever someone on it asks. */
export const hearingFrom = (contacts: Contacts, conversation: Conversation): Conversation => ({
  ...conversation,
  answer(call) {
    noteHeard(contacts, call.from.platform);
    return conversation.answer(call);
  },
  complete(call) {
    noteHeard(contacts, call.from.platform);
    return conversation.complete(call);
  },
});
