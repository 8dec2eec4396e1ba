import { bodyOf, param } from "../call.ts";
import type { Call, Handlers } from "../call.ts";
import { refusalOfEdit, refusalOfNew } from "../draft.ts";
import { blamed, DONE, failure, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import { CALLBACK, TOKEN_LIVES_MS } from "../interaction.ts";
import type { Interaction } from "../interaction.ts";
import { words } from "../json.ts";
import { deleteMessage, editMessage } from "../messages.ts";
import { FLAG, SETTABLE } from "../rules/message-flags.ts";
import { seenMessage } from "../seen-message.ts";
import type { StoredMessage, World } from "../world.ts";
import { answerMessage } from "./callbacks.ts";

/** The interaction whose token a path holds, once it was answered and while the token lives. */
function withInteraction(
  call: Call,
  world: World,
  then: (interaction: Interaction) => Reply,
): Reply {
  const token = param(call, "webhook_token");
  const interaction = world.interactions.get(token);
  if (interaction?.token !== token || param(call, "webhook_id") !== world.bot.id) {
    return blamed(10015, "speaks for an interaction that never was");
  }
  if (interaction.answered === null) return blamed(10015, "follows up before the first answer");
  const old = world.clock.now().getTime() - interaction.atMs > TOKEN_LIVES_MS;
  return old ? failure(50027) : then(interaction);
}

function settle(interaction: Interaction, stored: StoredMessage): void {
  const { ephemeral } = interaction;
  interaction.settle(
    stored === interaction.source
      ? { kind: "updated", message: seenMessage(stored) }
      : { kind: "message", message: seenMessage(stored), ephemeral },
  );
}

function edit(call: Call, world: World, interaction: Interaction, stored: StoredMessage): Reply {
  const patch = bodyOf(call);
  const { uploads } = call;
  const refusal = refusalOfEdit(stored, patch, { uploads, settable: SETTABLE | FLAG.ephemeral });
  if (refusal !== null) return refusal;
  editMessage(world, interaction.channel, stored, { patch, uploads });
  if (stored === interaction.original) {
    interaction.loading = false;
    settle(interaction, stored);
  }
  return ok(stored.body);
}

const followUp = (call: Call, world: World): Reply =>
  withInteraction(call, world, (interaction) => {
    const { original, loading, answered } = interaction;
    const promised = loading && answered === CALLBACK.deferredMessage && original !== null;
    if (promised) return edit(call, world, interaction, original);
    const body = bodyOf(call);
    const refusal = refusalOfNew(body, call.uploads, SETTABLE | FLAG.ephemeral);
    if (refusal !== null) return refusal;
    const stored = answerMessage(world, interaction, { body, uploads: call.uploads });
    interaction.followUps.push(stored);
    return ok(stored.body);
  });

function withMessage(
  call: Call,
  world: World,
  then: (interaction: Interaction, stored: StoredMessage) => Reply,
): Reply {
  return withInteraction(call, world, (interaction) => {
    const id = call.params["message_id"];
    const { original, followUps } = interaction;
    const all = original === null ? followUps : [original, ...followUps];
    const stored =
      id === undefined || id === "@original" ? original : all.find(({ body }) => body["id"] === id);
    return stored === null || stored === undefined ? failure(10008) : then(interaction, stored);
  });
}

const get = (call: Call, world: World): Reply =>
  withMessage(call, world, (_, stored) => ok(stored.body));

const update = (call: Call, world: World): Reply =>
  withMessage(call, world, (interaction, stored) => edit(call, world, interaction, stored));

const remove = (call: Call, world: World): Reply =>
  withMessage(call, world, (interaction, stored) => {
    deleteMessage(world, interaction.channel, words(stored.body["id"]));
    if (stored === interaction.original) interaction.original = null;
    return DONE;
  });

/** What follows a first answer, for fifteen minutes. */
export const webhookHandlers: Handlers = {
  execute_webhook: followUp,
  get_original_webhook_message: get,
  update_original_webhook_message: update,
  delete_original_webhook_message: remove,
  get_webhook_message: get,
  update_webhook_message: update,
  delete_webhook_message: remove,
};
