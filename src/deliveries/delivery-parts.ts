import type { Message } from "../messages/message.ts";
import type { PlatformAdapter, RenderStyle } from "../platform/adapter.ts";
import type { Delivery } from "./delivery.ts";
import type { Outbox } from "./outbox.ts";

/** The parts of a delivery, or why there are none. */
export type Parts =
  | { readonly kind: "parts"; readonly parts: readonly unknown[] }
  | { readonly kind: "missing" }
  | { readonly kind: "unrenderable"; readonly cause: unknown };

/** Renderings in use at once: of each message one a style. Digests come in a few languages and forms. */
const MOST_KEPT = 64;

/**
 * Gives the parts of deliveries on one platform: rendered once for all deliveries of a message, kept in
 * the outbox so that all attempts send the same, and the latest used in memory.
 */
export function createDeliveryParts(
  outbox: Outbox,
  adapter: PlatformAdapter,
): (delivery: Delivery) => Promise<Parts> {
  const latest = new Map<string, Promise<Parts>>();

  return ({ messageId, style }) => {
    const key = `${style} ${messageId}`;
    const parts = latest.get(key) ?? load(outbox, adapter, { messageId, style });
    latest.delete(key);
    latest.set(key, parts);
    for (const oldest of latest.keys()) {
      if (latest.size <= MOST_KEPT) break;
      latest.delete(oldest);
    }
    const forget = () => latest.get(key) === parts && latest.delete(key);
    parts.then(({ kind }) => kind !== "parts" && forget(), forget);
    return parts;
  };
}

async function load(
  outbox: Outbox,
  adapter: PlatformAdapter,
  { messageId, style }: Pick<Delivery, "messageId" | "style">,
): Promise<Parts> {
  const rendering = { messageId, platform: adapter.platform, style };
  const kept = await outbox.parts(rendering);
  if (kept !== null) return { kind: "parts", parts: kept };
  const outgoing = await outbox.message(messageId);
  if (outgoing === null) return { kind: "missing" };
  const parts = render(adapter, outgoing.message, style);
  if (parts.kind === "parts") await outbox.keepParts(rendering, parts.parts);
  return parts;
}

function render(adapter: PlatformAdapter, message: Message, style: RenderStyle): Parts {
  try {
    return { kind: "parts", parts: adapter.render(message, style) };
  } catch (cause) {
    return { kind: "unrenderable", cause };
  }
}
