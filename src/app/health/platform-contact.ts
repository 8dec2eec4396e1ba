import type { Clock } from "../../lib/clock.ts";
import type { PlatformAdapter } from "../../platform/adapter.ts";
import type { HealthCheck } from "../../platform/health.ts";
import type { Hearing, TellHearing } from "../../platform/hearing.ts";
import { createListeningMemory, type Listening } from "./listening.ts";

/** Knows whether a platform is in reach. */
export type PlatformContact = {
  readonly platform: string;
  /** The platform answered, or someone on it asked us something. */
  readonly heard: () => void;
  /** Its adapter tells how listening to people stands. */
  readonly tell: TellHearing;
  /** It refused us for good, or listening to it broke off. */
  readonly left: () => void;
  /** Asks the platform, but only when nothing was heard of it for a while. */
  readonly check: () => Promise<HealthCheck>;
  readonly listening: () => Listening;
};

/** What watching a platform takes. */
export type ContactDeps = {
  readonly adapter: Pick<PlatformAdapter, "platform" | "probe">;
  readonly clock: Clock;
};

/** What was heard, or asked, this lately holds. */
const FRESH_MS = 60_000;
const PROBE_MS = 5_000;

const LEFT: Hearing = {
  kind: "lost",
  reason: "no longer listened to",
  advice: "The log says why; mend it, and restart.",
};

/** Watches a platform that nothing was heard of yet. */
export function createPlatformContact({ adapter, clock }: ContactDeps): PlatformContact {
  const listening = createListeningMemory(clock);
  let heardAt = -Infinity;
  let hasLeft = false;
  let asked: { readonly at: number; readonly detail: Promise<string> } | null = null;
  const { platform } = adapter;
  const isFresh = (at: number) => Math.abs(clock.now().getTime() - at) < FRESH_MS;

  const detailNow = (): Promise<string> => {
    if (hasLeft) return Promise.resolve("no longer connected; the log says why");
    if (isFresh(heardAt)) return Promise.resolve("");
    if (asked === null || !isFresh(asked.at))
      asked = { at: clock.now().getTime(), detail: probe(adapter) };
    return asked.detail;
  };

  return {
    platform,
    heard() {
      heardAt = clock.now().getTime();
    },
    tell: listening.tell,
    left() {
      hasLeft = true;
      listening.tell(LEFT);
    },
    listening: listening.now,
    async check() {
      const detail = await detailNow();
      return { name: platform, ok: detail === "", detail };
    },
  };
}

/** What is wrong; empty when nothing is. */
async function probe(adapter: ContactDeps["adapter"]): Promise<string> {
  try {
    const found = await adapter.probe(AbortSignal.timeout(PROBE_MS));
    return found.ok ? "" : `${found.problem}; ${found.advice}`;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be asked";
  }
}
