import type { Address } from "../platform/address.ts";
import { createAskTogether } from "./ask-together.ts";
import type { PaceAnswer } from "./pace-book.ts";
import { createSlack } from "./pace-slack.ts";
import type { Permission } from "./rate-limits.ts";
import type { SharedLimitsDeps } from "./shared-limits-deps.ts";

const AFTER_FAILURE_MS = 1_000;

/** Asks whether a message may go now; never rejects. */
export type Asking = (to: Address) => Promise<Permission>;

/** Asks the book for channels; a permission that comes too late is none. */
export function createAsking(
  { pace, book, monotonicMs, log }: SharedLimitsDeps,
  onAnswer: (answer: PaceAnswer, nowMs: number) => void,
): Asking {
  const slack = createSlack();
  const asking = createAskTogether<Address, Permission>(
    ({ channel }) => channel,
    async (to) => {
      const asked = monotonicMs();
      const slackMs = slack.ms();
      const entries = to.map((one) => ({ channel: one.channel, windows: pace.within(one) }));
      const answer = await book.take(entries, slackMs);
      const now = monotonicMs();
      slack.took(now - asked);
      onAnswer(answer, now);
      const inTime = now - asked <= slackMs && answer.allWaitMs === 0;
      return ({ channel }) =>
        answer.granted.has(channel) && inTime
          ? { ok: true }
          : { ok: false, retryAtMs: now + Math.max(1, waitOf(answer, channel)) };
    },
  );
  return async (to) => {
    try {
      return await asking(to);
    } catch (err) {
      log.warn("nothing is sent while other nodes cannot be asked", { channel: to.channel, err });
      return { ok: false, retryAtMs: monotonicMs() + AFTER_FAILURE_MS };
    }
  };
}

const waitOf = ({ waits, allWaitMs }: PaceAnswer, channel: string): number =>
  Math.max(allWaitMs, waits.get(channel) ?? 0);

/** Tells others of what went regardless; what they cannot be told they do not count. */
export function createNoting({ pace, book, log }: SharedLimitsDeps): (to: Address) => void {
  const tell = createAskTogether<Address, void>(
    ({ channel }) => channel,
    async (to) => {
      await book.note(to.map((one) => ({ channel: one.channel, windows: pace.within(one) })));
      return () => undefined;
    },
  );
  return (to) => {
    tell(to).catch((err: unknown) => {
      log.warn("other nodes could not be told of an answer", { channel: to.channel, err });
    });
  };
}

/** Until it is written down, however long that takes; nobody may send meanwhile who cannot ask, either. */
export async function tellWait(
  { book, monotonicMs, sleep, log }: SharedLimitsDeps,
  { channel }: Address,
  untilMs: number,
): Promise<number> {
  for (;;) {
    const ms = untilMs - monotonicMs();
    if (ms <= 0) return 0;
    try {
      return await book.waits(channel, ms);
    } catch (err) {
      log.warn("other nodes could not be told to wait", { channel, err });
      await sleep(Math.min(ms, AFTER_FAILURE_MS), new AbortController().signal);
    }
  }
}
