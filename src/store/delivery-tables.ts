/** The tables of who is told what; see {@link Tables}. A thread is empty where there is none. */
export type DeliveryTables = {
  chats: ChatRow;
  subscriptions: SubscriptionRow;
  digest_archive: DigestArchiveRow;
  occasions: OccasionRow;
  held_occasions: HeldOccasionRow;
  outgoing_messages: OutgoingMessageRow;
  renderings: RenderingRow;
  deliveries: DeliveryRow;
  told_occasions: ToldOccasionRow;
};

/** The columns of an address. */
export type AddressColumns = { platform: string; channel: string; thread: string };

/** What was chosen in one chat. */
export type ChatRow = AddressColumns & {
  place: string;
  language: string | null;
  time_zone: string | null;
  talks: string | null;
};

/** One subscription; `choices_json` holds what no question is asked about. */
export type SubscriptionRow = AddressColumns & {
  id: string;
  owner: string | null;
  talks: string;
  status: string;
  /** When it ended, or until when it is paused. */
  status_at: number | null;
  status_reason: string | null;
  /** When something is to be done about it next; null while nothing is. */
  wake_at: number | null;
  next_at: number | null;
  release_at: number | null;
  told_digest: string | null;
  created_at: number;
  choices_json: string;
};

/** One digest that subscriptions were told. */
export type DigestArchiveRow = { name: string; kept_at: number; digest_json: string };

/** Something that subscriptions are told of, and the last that was dealt with. */
export type OccasionRow = {
  id: string;
  talks: string;
  at: number;
  expires_at: number;
  digest: string;
  told_until: string | null;
  done: number;
  what_json: string;
};

/** An occasion held back for a subscription. */
export type HeldOccasionRow = { subscription_id: string; occasion_id: string };

/** A message that deliveries share. */
export type OutgoingMessageRow = { id: string; message_json: string };

/** The parts of a message on one platform, in one style. */
export type RenderingRow = {
  message_id: string;
  platform: string;
  style: string;
  parts_json: string;
};

/** One message owed to one address. */
export type DeliveryRow = AddressColumns & {
  id: string;
  kind: string;
  priority: number;
  message_id: string;
  subscription: string | null;
  occasion: string | null;
  edits: string | null;
  due_at: number;
  expires_at: number;
  attempts: number;
  style: string;
  sent_ids_json: string;
  status: string;
  reason: string | null;
  settled_at: number | null;
  /** When it may be claimed: when it falls due, or when its lease ends; null once it is settled. */
  ready_at: number | null;
  lease_ends: number | null;
};

/** An occasion that a delivery tells of beside its own. */
export type ToldOccasionRow = { occasion: string; delivery: string };
