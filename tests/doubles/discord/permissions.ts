/**
 * Permission bits that matter to a bot that posts.
 *
 * Source: https://discord.com/developers/docs/topics/permissions
 */
const BITS = {
  ADMINISTRATOR: 3n,
  MANAGE_CHANNELS: 4n,
  MANAGE_GUILD: 5n,
  VIEW_CHANNEL: 10n,
  SEND_MESSAGES: 11n,
  MANAGE_MESSAGES: 13n,
  EMBED_LINKS: 14n,
  ATTACH_FILES: 15n,
  READ_MESSAGE_HISTORY: 16n,
  MENTION_EVERYONE: 17n,
  USE_APPLICATION_COMMANDS: 31n,
  MANAGE_THREADS: 34n,
  CREATE_PUBLIC_THREADS: 35n,
  SEND_MESSAGES_IN_THREADS: 38n,
} as const;

/** The name of a permission as the reference writes it. */
export type Permission = keyof typeof BITS;

/** What a member may do where nobody says otherwise. */
export const EVERYDAY: readonly Permission[] = [
  "VIEW_CHANNEL",
  "SEND_MESSAGES",
  "SEND_MESSAGES_IN_THREADS",
  "READ_MESSAGE_HISTORY",
  "EMBED_LINKS",
  "ATTACH_FILES",
  "USE_APPLICATION_COMMANDS",
];

/** Permissions as one number. */
export const bitsOf = (permissions: readonly Permission[]): bigint =>
  permissions.reduce((bits, name) => bits | (1n << BITS[name]), 0n);

/** Whether a set holds a permission; administrators hold all. */
export const allows = (bits: bigint, permission: Permission): boolean =>
  (bits & (1n << BITS.ADMINISTRATOR)) !== 0n || (bits & (1n << BITS[permission])) !== 0n;
