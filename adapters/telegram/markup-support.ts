import type { Clock } from "../../src/lib/clock.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import type { Writing } from "./render.ts";

/** What is known of the markup that a server takes. */
export type MarkupSupport = {
  /** How a style is written for this server. */
  readonly writing: (style: RenderStyle) => Writing;
  /** Notes that the server does not know rich messages. */
  readonly richUnknown: () => void;
};

/** A server may be made newer without us being told. */
const REMEMBERED_MS = 3_600_000;

/**
 * Remembers for an hour that a server does not know rich messages, as a self-hosted one older than Bot
 * API 10.1: without it, each message would be refused once before it is sent as it can be. Such a server
 * may be too old for moments in classic messages, too, so those are then plain text.
 */
export function createMarkupSupport(wanted: "auto" | "off", clock: Clock): MarkupSupport {
  let unknownUntil = 0;
  const isKnown = () => wanted === "auto" && clock.now().getTime() >= unknownUntil;
  return {
    writing: (style) => {
      // Every server takes photos, whatever markup it knows.
      const pictured = style === "rich";
      return pictured && isKnown()
        ? { kind: "rich", pictured }
        : { kind: "classic", localTimes: isKnown(), pictured };
    },
    richUnknown: () => {
      unknownUntil = clock.now().getTime() + REMEMBERED_MS;
    },
  };
}
