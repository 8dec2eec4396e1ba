/** Flags of messages. Source: https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** What a bot may set in a channel. */
export const SETTABLE = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;

/** Whether a flag is among flags. */
export const hasFlag = (flags: unknown, flag: number): boolean => (Number(flags ?? 0) & flag) !== 0;
