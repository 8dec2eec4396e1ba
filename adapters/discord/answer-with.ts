import { DiscordAPIError } from "discord.js";
import type { Message } from "../../src/messages/message.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import type { Answer } from "../../src/platform/conversation.ts";
import type { Interaction } from "./interaction.ts";
import { ACKNOWLEDGE_WITHIN_MS } from "./limits.ts";
import type { DiscordPart } from "./part.ts";
import { renderDiscord } from "./render.ts";
import type { Reply, Shown } from "./reply.ts";
import { LATE, type Sleep, within } from "./within.ts";

/** What answering an interaction needs. */
export type AnsweringDeps = {
  readonly sleep: Sleep;
  /** Told of each message that everybody sees. */
  readonly spoke: () => void;
};

/**
 * Answers an interaction with what `answering` comes to.
 *
 * An answer that is there in time is the first word itself. One that is late is announced first, and only
 * the asker sees that: Discord fixes who sees a reply when it is announced, and the answer may be for the
 * asker alone. If it turns out to be for everyone, the announcement is taken away and the answer follows
 * in public; should that fail, it stays private, which harms nobody.
 */
export async function answerWith(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  answering: Promise<Answer | null>,
): Promise<void> {
  const early = await within(answering, ACKNOWLEDGE_WITHIN_MS, deps.sleep);
  if (early !== LATE) return answerEarly(deps, interaction, reply, early);
  if (interaction.on === null) await reply.deferPrivately();
  else await reply.deferQuietly();
  return answerLate(deps, interaction, reply, await answering);
}

async function answerEarly(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  answer: Answer | null,
): Promise<void> {
  if (answer === null) return stayQuiet(interaction, reply);
  const how = shownTo(answer);
  const here = answer.placement === "here" && interaction.on !== null;
  const first = (part: DiscordPart) => (here ? reply.replace(part) : reply.say(part, how));
  await tell(deps, answer.message, { first, reply, how: here ? howOver(interaction, how) : how });
  if (!here && !how.privately) deps.spoke();
}

async function answerLate(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  answer: Answer | null,
): Promise<void> {
  if (answer === null) return interaction.on === null ? reply.withdraw() : undefined;
  const how = shownTo(answer);
  const pressed = interaction.on !== null;
  const here = answer.placement === "here" && pressed;
  const announced = !pressed && how.privately;
  if (!pressed && !announced) await reply.withdraw().catch(() => {});
  const first = (part: DiscordPart) =>
    here || announced ? reply.fill(part) : reply.follow(part, how);
  await tell(deps, answer.message, { first, reply, how: here ? howOver(interaction, how) : how });
  if (!here && !how.privately) deps.spoke();
}

/** Someone who floods gets no word, and no complaint of Discord's that we did not answer. */
async function stayQuiet(interaction: Interaction, reply: Reply): Promise<void> {
  if (interaction.on !== null) return reply.deferQuietly();
  await reply.deferPrivately();
  await reply.withdraw();
}

const shownTo = (answer: Answer): Shown => ({ privately: answer.audience === "asker" });

/** What follows a message that one person sees is for that person too. */
const howOver = ({ on }: Interaction, how: Shown): Shown => ({
  privately: how.privately || on?.isPrivate === true,
});

type Telling = {
  readonly first: (part: DiscordPart) => Promise<void>;
  readonly reply: Reply;
  readonly how: Shown;
};

async function tell(deps: AnsweringDeps, message: Message, telling: Telling): Promise<void> {
  const rest = await tellFirst(message, telling.first);
  for (const part of rest) {
    await telling.reply.follow(part, telling.how);
    if (!telling.how.privately) deps.spoke();
  }
}

/** Says the first part, in the simpler style where Discord refuses the rich one; gives the others. */
async function tellFirst(
  message: Message,
  first: (part: DiscordPart) => Promise<void>,
  style: RenderStyle = "rich",
): Promise<readonly DiscordPart[]> {
  const [head, ...rest] = renderDiscord(message, style);
  try {
    await first(head);
    return rest;
  } catch (error) {
    if (style === "simple" || !isRefusal(error)) throw error;
    return tellFirst(message, first, "simple");
  }
}

/** An invalid body: the interaction is still to be answered. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 400 && error.code === 50_035;
