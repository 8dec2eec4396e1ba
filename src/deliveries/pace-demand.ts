/** How many messages of the overall window a node has use for. */
export type PaceDemand = {
  /** Hears that something waits to be sent. */
  sends(nowMs: number): void;
  /** Hears of an answer that went regardless, with so many messages in the window then. */
  answered(nowMs: number, inWindow: number): void;
  wanted(nowMs: number): number;
};

/** Who has sent lately will go on. */
const BUSY_MS = 2_000;
/** Who has answered lately will answer again, and somebody else too. */
const ANSWERING_MS = 10_000;
const ONE_MORE = 1;

/** All of `most` while something is to be sent; else as many as answers took at most lately, and one. */
export function createPaceDemand(most: number): PaceDemand {
  let busyUntil = -Infinity;
  let answers = { most: 0, until: -Infinity };
  return {
    sends(now) {
      busyUntil = now + BUSY_MS;
    },
    answered(now, inWindow) {
      const before = answers.until > now ? answers.most : 0;
      answers = { most: Math.max(before, inWindow + ONE_MORE), until: now + ANSWERING_MS };
    },
    wanted(now) {
      if (busyUntil > now) return most;
      return answers.until > now ? Math.min(most, answers.most) : 0;
    },
  };
}
