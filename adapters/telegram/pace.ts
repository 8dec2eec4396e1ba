import type { Pace, Window } from "../../src/platform/pace.ts";

const CHAT: Window = { messages: 1, ms: 1_000 };
const GROUP: Window = { messages: 20, ms: 60_000 };

/** How fast Telegram lets a bot speak (https://core.telegram.org/bots/faq); groups and channels have negative ids. */
export const telegramPace = (messagesPerSecond: number): Pace => ({
  overall: { messages: messagesPerSecond, ms: 1_000 },
  within: ({ channel }) => (channel.startsWith("-") ? [CHAT, GROUP] : [CHAT]),
});
