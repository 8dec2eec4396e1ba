import { type REST, Routes } from "discord.js";
import type { Interaction } from "./interaction.ts";
import type { PaintedPart } from "./paint-part.ts";
import type { DiscordRest } from "./rest.ts";
import { payloadOf, rawFiles, replacementOf } from "./send.ts";

/** Ways to answer one interaction. Each rejects with the library's errors. */
export type Reply = {
  /** The first word, within 3 s: a message of its own, or in the place of the one that was pressed. */
  say(painted: PaintedPart, how: Shown): Promise<void>;
  replace(painted: PaintedPart): Promise<void>;
  /** Buys 15 minutes: people see that we are at it. */
  defer(how: Shown): Promise<void>;
  /** Buys 15 minutes for a press; the message stays as it is. */
  deferQuietly(): Promise<void>;
  suggest(choices: readonly Choice[]): Promise<void>;
  ask(modal: object): Promise<void>;
  /** What follows the first word. */
  follow(painted: PaintedPart, how: Shown): Promise<void>;
  /** Fills in what was deferred, or puts a part over the message that was pressed, whose files and picture go. */
  fill(painted: PaintedPart): Promise<void>;
  /** Takes the first word away. */
  withdraw(): Promise<void>;
};

/** Whether the person alone sees a message. */
export type Shown = { readonly privately: boolean };

/** A suggestion while typing. */
export type Choice = { readonly name: string; readonly value: string };

/** Types of callbacks. https://docs.discord.com/developers/interactions/receiving-and-responding */
const SAY = 4;
const DEFER = 5;
const DEFER_QUIETLY = 6;
const REPLACE = 7;
const SUGGEST = 8;
const ASK = 9;

const EPHEMERAL = 1 << 6;

/** Answers one interaction through Discord's REST, without our token: the interaction's own stands for it. */
export function createReply(
  { ready }: DiscordRest,
  applicationId: string,
  { id, token }: Interaction,
): Reply {
  const callback = async (type: number, data?: object, files: Files = []) => {
    const body = data === undefined ? { type } : { type, data };
    await ready().post(Routes.interactionCallback(id, token), { body, files, auth: false });
  };
  const original = Routes.webhookMessage(applicationId, token);
  return {
    say: (painted, how) => callback(SAY, shown(painted, how), rawFiles(painted)),
    replace: (painted) => callback(REPLACE, replacementOf(painted.part), rawFiles(painted)),
    defer: ({ privately }) => callback(DEFER, privately ? { flags: EPHEMERAL } : undefined),
    deferQuietly: () => callback(DEFER_QUIETLY),
    suggest: (choices) => callback(SUGGEST, { choices }),
    ask: (modal) => callback(ASK, modal),
    async follow(painted, how) {
      const body = shown(painted, how);
      await ready().post(Routes.webhook(applicationId, token), {
        body,
        files: rawFiles(painted),
        auth: false,
      });
    },
    async fill(painted) {
      const body = replacementOf(painted.part);
      await ready().patch(original, { body, files: rawFiles(painted), auth: false });
    },
    async withdraw() {
      await ready().delete(original, { auth: false });
    },
  };
}

type Files = NonNullable<Parameters<REST["post"]>[1]>["files"] & object;

function shown({ part }: PaintedPart, { privately }: Shown) {
  const payload = payloadOf(part);
  return privately ? { ...payload, flags: payload.flags | EPHEMERAL } : payload;
}
