import { botMay, reachChannel, reachWith } from "../access.ts";
import { bodyOf, param } from "../call.ts";
import type { Call, Handlers } from "../call.ts";
import { DONE, failure, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import { words } from "../json.ts";
import { makeChannel } from "../make-channel.ts";
import { allows } from "../permissions.ts";
import { channelShape } from "../shapes.ts";
import type { Channel, World } from "../world.ts";

/** Opens a thread in a channel. */
export function openThread(world: World, parent: Channel, name: string, id: string): Channel {
  const thread = makeChannel({ id, kind: "thread", name, guild: parent.guild, parent });
  world.channels.set(id, thread);
  const guildId = parent.guild?.id ?? null;
  const data = { ...channelShape(thread, world.bot), newly_created: true };
  world.emit({ name: "THREAD_CREATE", data, guildId, intent: 0 });
  return thread;
}

const startThread = (call: Call, world: World): Reply => {
  const reached = reachWith(world, param(call, "channel_id"), ["CREATE_PUBLIC_THREADS"]);
  if (!reached.ok) return reached.reply;
  const { channel } = reached;
  if (channel.kind !== "text" && channel.kind !== "announcement") return failure(50024);
  const message = call.params["message_id"];
  if (message !== undefined && !channel.messages.has(message)) return failure(10008);
  const thread = openThread(
    world,
    channel,
    words(bodyOf(call)["name"]),
    message ?? world.snowflakes.next(),
  );
  return { status: 201, body: channelShape(thread, world.bot) };
};

const inThread = (call: Call, world: World): Reply => {
  const reached = reachChannel(world, param(call, "channel_id"));
  if (!reached.ok) return reached.reply;
  if (reached.channel.kind !== "thread") return failure(50024);
  return reached.channel.archived ? failure(50083) : DONE;
};

/** Channels and the threads in them. */
export const channelHandlers: Handlers = {
  get_channel: (call, world) => {
    const reached = reachChannel(world, param(call, "channel_id"));
    return reached.ok ? ok(channelShape(reached.channel, world.bot)) : reached.reply;
  },
  create_thread: startThread,
  create_thread_from_message: startThread,
  join_thread: inThread,
  leave_thread: inThread,
  trigger_typing_indicator: (call, world) => {
    const reached = reachChannel(world, param(call, "channel_id"));
    if (!reached.ok) return reached.reply;
    return allows(botMay(reached.channel), "SEND_MESSAGES") ? DONE : failure(50013);
  },
};
