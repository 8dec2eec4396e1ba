import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { clientOf } from "./clients.ts";
import type { Problem } from "./home.ts";
import { LONGEST_ADDRESS, type WebLimits } from "./limits.ts";

/** Turns away what nobody needs to ask: other methods, endless addresses, and more than a client's share. */
export function guardOf(
  { requests, windowSeconds }: WebLimits,
  problem: (c: Context, what: Problem) => Response,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const shares = new RateLimiterMemory({ points: requests, duration: windowSeconds });
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      c.header("allow", "GET, HEAD");
      // Its body is not read.
      c.header("connection", "close");
      return problem(c, "notAllowed");
    }
    if ((c.env.incoming.url ?? "").length > LONGEST_ADDRESS) return problem(c, "tooLong");
    const waitMs = await waitOf(shares, clientOf(c.env.incoming));
    if (waitMs > 0) {
      c.header("retry-after", String(Math.ceil(waitMs / 1_000)));
      return problem(c, "tooMany");
    }
    return next();
  };
}

/** How long a client that has used up its share has to wait, in milliseconds; 0 for others. */
async function waitOf(shares: RateLimiterMemory, client: string): Promise<number> {
  try {
    await shares.consume(client);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
    throw refusal;
  }
}
