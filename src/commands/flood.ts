import type { CommandCall } from "../platform/conversation.ts";

/** Who counts as one: in a channel whoever posts is the channel; whoever presses there is himself. */
export const floodKey = ({
  place,
  from,
  asker,
  pressed,
}: Pick<CommandCall, "place" | "from" | "asker" | "pressed">): string =>
  place === "channel" && !pressed ? `${from.platform}:channel:${from.channel}` : asker.id;

/** What to do with one more command of someone. */
export type FloodVerdict = "welcome" | "ask-to-wait" | "silent";

/** Counts the commands of each asker, so that none can keep us from the others. */
export type FloodGuard = (asker: string, now: Date) => FloodVerdict;

/** So many commands in a stretch of so many milliseconds; beyond, one answer asks to wait. */
export type FloodLimit = {
  readonly commands: number;
  readonly ms: number;
  /** Askers remembered at once; beyond, the one whose stretch is oldest is forgotten. */
  readonly askers: number;
};

type Stretch = { readonly startedAt: number; count: number };

/** A guard that has seen nobody yet. */
export function createFloodGuard(limit: FloodLimit): FloodGuard {
  const stretches = new Map<string, Stretch>();

  const stretchOf = (asker: string, now: number): Stretch => {
    const known = stretches.get(asker);
    if (known !== undefined && isWithin(known, now, limit.ms)) return known;
    stretches.delete(asker);
    const [oldest] = stretches.keys();
    if (oldest !== undefined && stretches.size >= limit.askers) stretches.delete(oldest);
    const fresh = { startedAt: now, count: 0 };
    stretches.set(asker, fresh);
    return fresh;
  };

  return (asker, now) => {
    const stretch = stretchOf(asker, now.getTime());
    stretch.count += 1;
    if (stretch.count <= limit.commands) return "welcome";
    return stretch.count === limit.commands + 1 ? "ask-to-wait" : "silent";
  };
}

/** A clock that was set back starts a new stretch, lest someone stay silenced for hours. */
const isWithin = ({ startedAt }: Stretch, now: number, ms: number): boolean =>
  now >= startedAt && now - startedAt < ms;
