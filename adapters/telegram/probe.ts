import { z } from "zod";
import type { Clock } from "../../src/lib/clock.ts";
import type { Probe } from "../../src/platform/adapter.ts";
import type { ApiAnswer, CallApi } from "./api.ts";

/** What probing works with. */
export type Probing = {
  readonly call: CallApi;
  readonly apiRoot: string;
  /** Null when updates are polled for. */
  readonly webhookUrl: string | null;
  readonly clock: Clock;
};

const Me = z.object({
  id: z.int(),
  username: z.string(),
  supports_inline_queries: z.boolean().optional(),
});
export type Me = z.output<typeof Me>;

/** Reads who we are from what `getMe` answers; null for anything else. */
export const readMe = (answer: ApiAnswer): Me | null =>
  answer.kind === "ok" ? (Me.safeParse(answer.result).data ?? null) : null;

/** Asks Telegram who we are, and what stands in the way of hearing people. */
export async function probeTelegram(probing: Probing, signal: AbortSignal): Promise<Probe> {
  const { call } = probing;
  const answer = await call("getMe", {}, { signal, ms: 10_000 });
  const me = readMe(answer);
  if (me === null) return problemOf(answer, probing);
  const [webhook, skew] = await Promise.all([
    webhookRemarks(probing, signal),
    skewRemarks(probing, signal),
  ]);
  const inline =
    me.supports_inline_queries === true
      ? []
      : ["inline mode is off, so searches and sharing do not work: send /setinline to @BotFather"];
  return { ok: true, account: `@${me.username}`, remarks: [...inline, ...webhook, ...skew] };
}

function problemOf(answer: ApiAnswer, { apiRoot }: Probing): Probe {
  const host = new URL(apiRoot).host;
  const failure = answer.kind === "failed" ? answer.failure : null;
  if (failure?.kind === "answered" && [401, 404].includes(failure.code))
    return {
      ok: false,
      problem: `Telegram refuses the token: ${failure.description}`,
      advice: "Copy the token anew from @BotFather into TELEGRAM_BOT_TOKEN.",
    };
  if (failure?.kind === "answered")
    return {
      ok: false,
      problem: `${host} answers: ${failure.description}`,
      advice: "Try again in a few minutes.",
    };
  return {
    ok: false,
    problem: `no Bot API answers at ${host}: ${failure?.reason ?? "not the answer of one"}`,
    advice: "Check the network, and TELEGRAM_API_ROOT if it is set.",
  };
}

const Webhook = z.object({
  url: z.string(),
  pending_update_count: z.int().optional(),
  last_error_message: z.string().optional(),
});

const MANY_PENDING = 100;

async function webhookRemarks(
  { call, webhookUrl }: Probing,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answer = await call("getWebhookInfo", {}, { signal, ms: 10_000 });
  const info = answer.kind === "ok" ? Webhook.safeParse(answer.result).data : undefined;
  if (info === undefined) return [];
  const { url, pending_update_count: pending = 0, last_error_message: error } = info;
  const isOurs = url === (webhookUrl ?? "");
  return [
    ...(isOurs ? [] : [webhookRemark(url, webhookUrl)]),
    ...(pending > MANY_PENDING ? [`${pending} updates wait to be handled`] : []),
    ...(isOurs && webhookUrl !== null && error !== undefined
      ? [`Telegram could not reach the webhook: ${error}`]
      : []),
  ];
}

function webhookRemark(url: string, wanted: string | null): string {
  if (url === "") return "no webhook is set yet: it is set when Parley starts";
  const host = URL.canParse(url) ? new URL(url).host : "an unreadable address";
  return wanted === null
    ? `a webhook at ${host} takes the updates; polling takes it away when Parley starts`
    : `a webhook at ${host} takes the updates; TELEGRAM_WEBHOOK_URL takes its place when Parley starts`;
}

const TOLERATED_SKEW_MS = 30_000;

/** Compares clocks by the date that the server writes over its answers; nothing where it writes none. */
async function skewRemarks(
  { apiRoot, clock }: Probing,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(5_000)]);
    const response = await fetch(apiRoot, { method: "HEAD", redirect: "manual", signal: limit });
    const theirs = Date.parse(response.headers.get("date") ?? "");
    const seconds = Math.round((clock.now().getTime() - theirs) / 1000);
    if (!(Math.abs(seconds) * 1000 > TOLERATED_SKEW_MS)) return [];
    const direction = seconds > 0 ? "fast" : "slow";
    return [
      `this machine's clock is ${Math.abs(seconds)} s ${direction}: briefings go out at wrong times`,
    ];
  } catch {
    return [];
  }
}
