import { bodyOf, param } from "../call.ts";
import type { Call, Handlers } from "../call.ts";
import { refusalOfEdit, refusalOfNew } from "../draft.ts";
import { blamed, DONE, failure, invalidForm, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import { ANSWER_WITHIN_MS, CALLBACK, INTERACTION } from "../interaction.ts";
import type { Interaction, OfferedChoice } from "../interaction.ts";
import { isObject, objects } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { createMessage, editMessage } from "../messages.ts";
import { FLAG, hasFlag, SETTABLE } from "../rules/message-flags.ts";
import { modalProblems } from "../rules/modal.ts";
import { seenMessage } from "../seen-message.ts";
import type { World } from "../world.ts";

/** Which first answers each kind of interaction takes; those about a message need one. */
function answersTo({ type, source }: Interaction): readonly number[] {
  const onMessage = source === null ? [] : [CALLBACK.deferredUpdate, CALLBACK.update];
  const withMessage = [CALLBACK.message, CALLBACK.deferredMessage];
  if (type === INTERACTION.autocomplete) return [CALLBACK.choices];
  if (type === INTERACTION.modal) return [...withMessage, ...onMessage];
  return [...withMessage, ...onMessage, CALLBACK.modal];
}

/** Fields of a message that answers an interaction. */
const answerFields = (world: World, interaction: Interaction): JsonObject => ({
  application_id: world.bot.id,
  webhook_id: world.bot.id,
  interaction_metadata: {
    id: interaction.id,
    type: interaction.type,
    user: { id: interaction.userId, username: world.accounts.get(interaction.userId)?.name ?? "" },
    authorizing_integration_owners: {},
  },
});

const SETTABLE_IN_ANSWERS = SETTABLE | FLAG.ephemeral;

/**
 * Makes a message that answers an interaction. An application may always attach files and embed there, whatever a
 * channel says. Source: https://discord.com/developers/docs/change-log#calculated-permissions-in-interaction-payloads
 */
export function answerMessage(
  world: World,
  interaction: Interaction,
  call: { readonly body: JsonObject; readonly uploads: Call["uploads"] },
) {
  const ephemeral = hasFlag(call.body["flags"], FLAG.ephemeral);
  return createMessage(world, {
    channel: interaction.channel,
    author: world.bot,
    body: call.body,
    uploads: call.uploads,
    ephemeralFor: ephemeral ? interaction.userId : null,
    extra: {
      ...answerFields(world, interaction),
      type: interaction.type === INTERACTION.command ? 20 : 19,
    },
  });
}

function message(call: Call, world: World, interaction: Interaction): Reply | null {
  const given = bodyOf(call)["data"];
  const deferred = bodyOf(call)["type"] === CALLBACK.deferredMessage;
  const data = isObject(given) ? given : {};
  const flags = Number(data["flags"] ?? 0);
  if (deferred) {
    const others = flags & ~FLAG.ephemeral;
    if (others !== 0 || Object.keys(data).some((name) => name !== "flags" && data[name] !== null)) {
      return blamed(50006, "a promise of an answer carries nothing but the flag for ephemeral");
    }
  } else {
    const refusal = refusalOfNew(data, call.uploads, SETTABLE_IN_ANSWERS);
    if (refusal !== null) return refusal;
  }
  const body = deferred ? { flags: flags | FLAG.loading } : data;
  interaction.original = answerMessage(world, interaction, { body, uploads: call.uploads });
  interaction.ephemeral = hasFlag(flags, FLAG.ephemeral);
  interaction.loading = deferred;
  if (!deferred) {
    interaction.settle({
      kind: "message",
      message: seenMessage(interaction.original),
      ephemeral: interaction.ephemeral,
    });
  }
  return null;
}

function update(call: Call, world: World, interaction: Interaction): Reply | null {
  const { source, channel } = interaction;
  if (source === null) return failure(10008);
  interaction.original = source;
  if (bodyOf(call)["type"] === CALLBACK.deferredUpdate) {
    interaction.loading = true;
    return null;
  }
  const data = bodyOf(call)["data"];
  const patch = isObject(data) ? data : {};
  const refusal = refusalOfEdit(source, patch, { uploads: call.uploads, settable: SETTABLE });
  if (refusal !== null) return refusal;
  editMessage(world, channel, source, { patch, uploads: call.uploads });
  interaction.settle({ kind: "updated", message: seenMessage(source) });
  return null;
}

function modal(call: Call, interaction: Interaction): Reply | null {
  const data = bodyOf(call)["data"] as JsonObject;
  const problems = modalProblems(data);
  if (problems.length > 0) return invalidForm(problems);
  interaction.settle({ kind: "modal", modal: data });
  return null;
}

const LONGEST_VALUE = 100;

function choices(call: Call, interaction: Interaction): Reply | null {
  const data = bodyOf(call)["data"] as JsonObject;
  const offered = objects(data["choices"]);
  const long = offered.flatMap(({ value }, index) =>
    typeof value === "string" && (value.length > LONGEST_VALUE || value === "")
      ? [
          {
            path: ["data", "choices", index, "value"],
            code: "BASE_TYPE_BAD_LENGTH",
            message: `Must be between 1 and ${LONGEST_VALUE} in length.`,
          },
        ]
      : [],
  );
  if (long.length > 0) return invalidForm(long);
  const found = offered.map(({ name, value }) => ({ name, value }) as OfferedChoice);
  interaction.settle({ kind: "choices", choices: found });
  return null;
}

function firstAnswer(
  type: number,
  call: Call,
  world: World,
  interaction: Interaction,
): Reply | null {
  if (type === CALLBACK.message || type === CALLBACK.deferredMessage)
    return message(call, world, interaction);
  if (type === CALLBACK.deferredUpdate || type === CALLBACK.update)
    return update(call, world, interaction);
  return type === CALLBACK.modal ? modal(call, interaction) : choices(call, interaction);
}

function resultOf(type: number, interaction: Interaction): Json {
  const { original } = interaction;
  const about = { id: interaction.id, type: interaction.type };
  if (original === null) return { interaction: about, resource: { type } };
  return {
    interaction: {
      ...about,
      response_message_id: original.body["id"] ?? null,
      response_message_loading: interaction.loading,
      response_message_ephemeral: interaction.ephemeral,
    },
    resource: { type, message: original.body },
  };
}

const answer = (call: Call, world: World): Reply => {
  const interaction = world.interactions.get(param(call, "interaction_id"));
  if (interaction === undefined || interaction.token !== param(call, "interaction_token")) {
    return blamed(10062, "answers an interaction that never was, or with another's token");
  }
  if (interaction.answered !== null) return blamed(40060, "answers an interaction twice");
  if (world.clock.now().getTime() - interaction.atMs > ANSWER_WITHIN_MS) return failure(10062);
  const type = Number(bodyOf(call)["type"]);
  if (!answersTo(interaction).includes(type)) {
    const words = `Interaction of type ${interaction.type} takes no answer of type ${type}.`;
    return invalidForm([
      {
        path: ["type"],
        code: "INTERACTION_APPLICATION_COMMAND_CALLBACK_TYPE_INVALID",
        message: words,
      },
    ]);
  }
  const refusal = firstAnswer(type, call, world, interaction);
  if (refusal !== null) return refusal;
  interaction.answered = type;
  return call.query.get("with_response") === "true" ? ok(resultOf(type, interaction)) : DONE;
};

/** First answers to what people do. */
export const callbackHandlers: Handlers = { create_interaction_response: answer };
