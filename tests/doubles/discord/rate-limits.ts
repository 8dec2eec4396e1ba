import { createHash } from "node:crypto";
import type { Clock } from "../../../src/lib/clock.ts";
import type { Operation } from "./definitions.ts";
import type { Reply } from "./failure.ts";

/** How fast requests may come; null for no limits. `scale` 10 lets ten times as many through. */
export type Limits = { readonly scale: number } | null;

type Rule = { readonly requests: number; readonly ms: number };
type Window = { startedMs: number; used: number };

/** Over all but answers to interactions, which need no token. Source: https://discord.com/developers/docs/topics/rate-limits */
const GLOBAL: Rule = { requests: 50, ms: 1000 };

/** Buckets as Discord's answers show them; Discord promises none of these. */
const RULES: Readonly<Record<string, Rule>> = {
  create_message: { requests: 5, ms: 5000 },
  update_message: { requests: 5, ms: 5000 },
  crosspost_message: { requests: 10, ms: 3_600_000 },
  execute_webhook: { requests: 5, ms: 2000 },
  update_original_webhook_message: { requests: 5, ms: 2000 },
};
const OTHERS: Rule = { requests: 25, ms: 5000 };

/** What a request met: headers to answer with, and a refusal when it came too fast. */
export type Passed = {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: Reply | null;
};

export type RateLimiter = {
  set(limits: Limits): void;
  take(operation: Operation, params: Readonly<Record<string, string>>): Passed;
};

const seconds = (ms: number): string => (Math.max(ms, 0) / 1000).toFixed(3);

const majorOf = (params: Readonly<Record<string, string>>): string =>
  params["channel_id"] ?? params["guild_id"] ?? params["webhook_token"] ?? "";

function refusal(waitMs: number, isGlobal: boolean): Reply {
  const body = {
    message: "You are being rate limited.",
    retry_after: waitMs / 1000,
    global: isGlobal,
  };
  return {
    status: 429,
    body,
    headers: {
      "retry-after": seconds(waitMs),
      "x-ratelimit-scope": isGlobal ? "global" : "user",
      ...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
    },
  };
}

/** Counts requests by the double's clock, in windows that begin with their first request. */
export function createRateLimiter(clock: Clock, initial: Limits): RateLimiter {
  let limits = initial;
  const windows = new Map<string, Window>();

  function windowOf(key: string, ms: number, nowMs: number): Window {
    const known = windows.get(key);
    if (known !== undefined && nowMs - known.startedMs < ms) return known;
    const fresh = { startedMs: nowMs, used: 0 };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    set: (next) => {
      limits = next;
      windows.clear();
    },
    take: ({ operation, needsToken }, params) => {
      const free = operation === "create_interaction_response";
      if (limits === null || free) return { headers: {}, refusal: null };
      const nowMs = clock.now().getTime();
      const globalMs = GLOBAL.ms / limits.scale;
      const all = windowOf("global", globalMs, nowMs);
      if (needsToken && all.used >= GLOBAL.requests) {
        return { headers: {}, refusal: refusal(all.startedMs + globalMs - nowMs, true) };
      }
      const rule = RULES[operation] ?? OTHERS;
      const ms = rule.ms / limits.scale;
      const own = windowOf(`${operation}:${majorOf(params)}`, ms, nowMs);
      const leftMs = own.startedMs + ms - nowMs;
      const isFull = own.used >= rule.requests;
      if (needsToken) all.used += 1;
      if (!isFull) own.used += 1;
      const headers = {
        "x-ratelimit-bucket": createHash("sha256").update(operation).digest("hex").slice(0, 32),
        "x-ratelimit-limit": String(rule.requests),
        "x-ratelimit-remaining": String(rule.requests - own.used),
        "x-ratelimit-reset": seconds(nowMs + leftMs),
        "x-ratelimit-reset-after": seconds(leftMs),
      };
      return { headers, refusal: isFull ? refusal(leftMs, false) : null };
    },
  };
}
