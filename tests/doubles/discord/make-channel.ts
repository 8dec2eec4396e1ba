import { seenMessage } from "./seen-message.ts";
import type { Account, Channel, ChannelKind, Guild, StoredMessage } from "./world.ts";

/** What a new channel is. */
export type ChannelParts = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly guild: Guild | null;
  readonly parent?: Channel;
  readonly recipient?: Account;
};

/** A channel with nothing in it. */
export function makeChannel({ id, kind, name, guild, parent, recipient }: ChannelParts): Channel {
  const messages = new Map<string, StoredMessage>();
  return {
    id,
    kind,
    name,
    guild,
    parent: parent ?? null,
    recipient: recipient ?? null,
    botLacks: 0n,
    archived: false,
    locked: false,
    open: true,
    deleted: false,
    messages,
    get seen() {
      return [...messages.values()].map(seenMessage);
    },
  };
}
