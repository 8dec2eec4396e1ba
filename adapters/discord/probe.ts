import { RequestMethod, Routes } from "discord.js";
import { z } from "zod";
import type { Clock } from "../../src/lib/clock.ts";
import type { Probe } from "../../src/platform/adapter.ts";
import type { DiscordConfig } from "./config.ts";
import { outcomeOf, reasonOf } from "./outcome.ts";
import type { DiscordRest } from "./rest.ts";

/** What probing needs. */
export type ProbingDeps = {
  readonly config: DiscordConfig;
  readonly rest: DiscordRest;
  readonly clock: Clock;
};

const User = z.object({ id: z.string(), username: z.string() });
const Application = z.object({ id: z.string() });
const Gateway = z.object({
  shards: z.int(),
  session_start_limit: z.object({ total: z.int(), remaining: z.int() }),
});

const TOKEN_PAGE = "discord.com/developers/applications";

/** Asks Discord who we are and how often we may still connect today. Never rejects. */
export async function probeDiscord(
  { config, rest, clock }: ProbingDeps,
  signal: AbortSignal,
): Promise<Probe> {
  try {
    const me = await rest
      .ready()
      .queueRequest({ fullRoute: Routes.user(), method: RequestMethod.Get, signal });
    const user = User.parse(await me.json());
    const skew = skewRemark(me.headers.get("date"), clock.now());
    const application = Application.parse(
      await rest.ready().get(Routes.currentApplication(), { signal }),
    );
    if (application.id !== config.applicationId) return otherApplication(application.id);
    const gateway = Gateway.parse(await rest.ready().get(Routes.gatewayBot(), { signal }));
    const remarks = [...skew, ...gatewayRemarks(gateway)];
    return { ok: true, account: user.username, remarks };
  } catch (error) {
    return troubleOf(error);
  }
}

const otherApplication = (id: string): Probe => ({
  ok: false,
  problem: "the token is of another application than DISCORD_APPLICATION_ID",
  advice: `Set DISCORD_APPLICATION_ID to ${id}, or take the token of that application.`,
});

/** Beyond this, relative times look wrong and round briefings come early or late. */
const MOST_SKEW_MS = 5_000;

function skewRemark(date: string | null, now: Date): string[] {
  const skewMs = now.getTime() - Date.parse(date ?? "");
  if (Number.isNaN(skewMs) || Math.abs(skewMs) <= MOST_SKEW_MS) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return [`this machine's clock is ${seconds} s ${skewMs > 0 ? "ahead" : "behind"}; set it by NTP`];
}

/** Each start takes one session a shard. */
const FEW_SESSIONS = 20;

function gatewayRemarks({
  shards,
  session_start_limit: limit,
}: z.output<typeof Gateway>): string[] {
  const few = limit.remaining < FEW_SESSIONS;
  return [
    ...(shards > 1 ? [`Discord asks for ${shards} shards`] : []),
    ...(few ? [`only ${limit.remaining} of ${limit.total} connections left today`] : []),
  ];
}

function troubleOf(error: unknown): Probe {
  const outcome = outcomeOf(error);
  if (outcome.kind === "unauthorized")
    return {
      ok: false,
      problem: "Discord does not accept DISCORD_TOKEN",
      advice: `Reset the token at ${TOKEN_PAGE} and put the new one in .env.`,
    };
  if (error instanceof z.ZodError)
    return {
      ok: false,
      problem: "what answers at DISCORD_API_ROOT is not Discord's API",
      advice: "Leave DISCORD_API_ROOT unset, or name a proxy of Discord's API.",
    };
  return {
    ok: false,
    problem: `Discord does not answer as it should (${reasonOf(error)})`,
    advice: "Check that this machine reaches discord.com, and try again shortly.",
  };
}
