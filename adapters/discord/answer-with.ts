import { DiscordAPIError } from "discord.js";
import type { Answer } from "../../src/platform/conversation.ts";
import type { Interaction } from "./interaction.ts";
import { ACKNOWLEDGE_WITHIN_MS } from "./limits.ts";
import {
  inWords,
  type PaintedPart,
  paintPart,
  type PaintingDeps,
  withPictureOrWithout,
} from "./paint-part.ts";
import type { DiscordPart } from "./part.ts";
import { renderDiscord } from "./render.ts";
import type { Reply, Shown } from "./reply.ts";
import { LATE, within } from "./within.ts";

/** What answering an interaction needs. */
export type AnsweringDeps = PaintingDeps & {
  /** Told of each message that everybody sees. */
  readonly spoke: () => void;
};

/**
 * Answers an interaction with what `answering` comes to.
 *
 * An answer that is there in time, its picture drawn, is the first word itself. One that is late is announced
 * first. Discord fixes who sees a reply when it is announced: everyone, where only the picture of an answer to
 * everyone is late; else the asker alone, whom the answer may be for. If it turns out to be for everyone, the
 * announcement is taken away and the answer follows in public; should that fail, it stays private, which harms
 * nobody.
 */
export async function answerWith(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  answering: Promise<Answer | null>,
): Promise<void> {
  const preparing = prepare(deps, answering);
  const early = await within(preparing, ACKNOWLEDGE_WITHIN_MS, deps.sleep);
  if (early !== LATE) return answerEarly(deps, interaction, reply, early);
  const known = await within(answering, 0, deps.sleep);
  const announced = known === LATE || known === null ? TO_THE_ASKER : shownTo(known);
  if (interaction.on === null) await reply.defer(announced);
  else await reply.deferQuietly();
  return answerLate(deps, interaction, reply, { prepared: await preparing, announced });
}

const TO_THE_ASKER: Shown = { privately: true };

/** An answer in Discord's richer style, its picture drawn. */
type Prepared = {
  readonly answer: Answer;
  readonly head: PaintedPart;
  readonly rest: readonly DiscordPart[];
};

async function prepare(
  deps: AnsweringDeps,
  answering: Promise<Answer | null>,
): Promise<Prepared | null> {
  const answer = await answering;
  if (answer === null) return null;
  const [head, ...rest] = renderDiscord(answer.message, "rich");
  return { answer, head: await paintPart(deps, head), rest };
}

async function answerEarly(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  prepared: Prepared | null,
): Promise<void> {
  if (prepared === null) return stayQuiet(interaction, reply);
  const { answer } = prepared;
  const how = shownTo(answer);
  const here = answer.placement === "here" && interaction.on !== null;
  const first = (part: PaintedPart) => (here ? reply.replace(part) : reply.say(part, how));
  await tell(deps, prepared, { first, reply, how: here ? howOver(interaction, how) : how });
  if (!here && !how.privately) deps.spoke();
}

async function answerLate(
  deps: AnsweringDeps,
  interaction: Interaction,
  reply: Reply,
  { prepared, announced }: { readonly prepared: Prepared | null; readonly announced: Shown },
): Promise<void> {
  if (prepared === null) return interaction.on === null ? reply.withdraw() : undefined;
  const { answer } = prepared;
  const how = shownTo(answer);
  const pressed = interaction.on !== null;
  const here = answer.placement === "here" && pressed;
  const isAsAnnounced = !pressed && how.privately === announced.privately;
  if (!pressed && !isAsAnnounced) await reply.withdraw().catch(() => {});
  const first = (part: PaintedPart) =>
    here || isAsAnnounced ? reply.fill(part) : reply.follow(part, how);
  await tell(deps, prepared, { first, reply, how: here ? howOver(interaction, how) : how });
  if (!here && !how.privately) deps.spoke();
}

/** Someone who floods gets no word, and no complaint of Discord's that we did not answer. */
async function stayQuiet(interaction: Interaction, reply: Reply): Promise<void> {
  if (interaction.on !== null) return reply.deferQuietly();
  await reply.defer(TO_THE_ASKER);
  await reply.withdraw();
}

const shownTo = (answer: Answer): Shown => ({ privately: answer.audience === "asker" });

/** What follows a message that one person sees is for that person too. */
const howOver = ({ on }: Interaction, how: Shown): Shown => ({
  privately: how.privately || on?.isPrivate === true,
});

type Telling = {
  readonly first: (part: PaintedPart) => Promise<void>;
  readonly reply: Reply;
  readonly how: Shown;
};

async function tell(deps: AnsweringDeps, prepared: Prepared, telling: Telling): Promise<void> {
  const rest = await tellFirst(deps, prepared, telling.first);
  for (const part of rest) {
    await telling.reply.follow(inWords(part), telling.how);
    if (!telling.how.privately) deps.spoke();
  }
}

/** Says the first part, in the simpler style where Discord refuses the rich one; gives the others. */
async function tellFirst(
  { log }: AnsweringDeps,
  { answer, head, rest }: Prepared,
  first: (part: PaintedPart) => Promise<void>,
): Promise<readonly DiscordPart[]> {
  try {
    await withPictureOrWithout(head, log, first);
    return rest;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [simple, ...others] = renderDiscord(answer.message, "simple");
    await first(inWords(simple));
    return others;
  }
}

/** An invalid body: the interaction is still to be answered. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 400 && error.code === 50_035;
