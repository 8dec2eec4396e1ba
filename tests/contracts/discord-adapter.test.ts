import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { outcomeOf } from "../../adapters/discord/outcome.ts";
import { renderDiscord } from "../../adapters/discord/render.ts";
import { discordProblems } from "../support/discord-problems.ts";
import { adapterContract } from "./adapter-contract.ts";

const SECRET = "interaction-token-aaa";
const URL_OF_REQUEST = `https://discord.com/api/v10/webhooks/1/${SECRET}`;
const BODY = { files: undefined, body: { note: SECRET } };

const answered = (status: number, code: number, message: string, more: object = {}) =>
  outcomeOf(
    new DiscordAPIError({ code, message, ...more }, code, status, "POST", URL_OF_REQUEST, BODY),
  );

const down = (status: number) =>
  outcomeOf(new HTTPError(status, "down", "POST", URL_OF_REQUEST, BODY));

const limited = (times: { retryAfter: number; timeToReset?: number }) =>
  outcomeOf(
    new RateLimitError({
      global: false,
      method: "POST",
      url: URL_OF_REQUEST,
      route: "/channels/:id/messages",
      majorParameter: "1",
      hash: "h",
      limit: 5,
      timeToReset: 0,
      sublimitTimeout: 0,
      scope: "user",
      ...times,
    }),
  );

const broken = (code: string) => outcomeOf(Object.assign(new Error(SECRET), { code }));
const wrapped = (code: string) =>
  outcomeOf(new TypeError("fetch failed", { cause: Object.assign(new Error(SECRET), { code }) }));

adapterContract({
  name: "Discord",
  render: renderDiscord,
  problemsOf: discordProblems,
  pictureIn: ({ picture = null }) => picture,
  secret: SECRET,
  answers: [
    ["a full bucket", limited({ retryAfter: 900 }), { kind: "wait", ms: 900 }],
    [
      "a bucket known to be full",
      limited({ retryAfter: 0, timeToReset: 700 }),
      { kind: "wait", ms: 700 },
    ],
    ["a limit without a time", limited({ retryAfter: Number.NaN }), { kind: "wait", ms: 5_000 }],
    ["slow mode", answered(400, 20_016, "slow", { retry_after: 3.2 }), { kind: "wait", ms: 3_200 }],
    ["a deleted channel", answered(404, 10_003, "Unknown Channel"), { kind: "gone" }],
    ["a deleted server", answered(404, 10_004, "Unknown Guild"), { kind: "gone" }],
    ["a deleted message", answered(404, 10_008, "Unknown Message"), { kind: "gone" }],
    ["a bot that was kicked", answered(403, 50_001, "Missing Access"), { kind: "gone" }],
    ["lost permissions", answered(403, 50_013, "Missing Permissions"), { kind: "gone" }],
    ["closed direct messages", answered(403, 50_007, "Cannot send"), { kind: "gone" }],
    ["no common server", answered(403, 50_278, "No mutual guilds"), { kind: "gone" }],
    ["an archived thread", answered(400, 50_083, "Thread is archived"), { kind: "gone" }],
    ["a locked thread", answered(400, 160_005, "Thread is locked"), { kind: "gone" }],
    ["a wrong token", answered(401, 0, "401: Unauthorized"), { kind: "unauthorized" }],
    ["a malformed body", answered(400, 50_035, "Invalid Form Body"), { kind: "refused" }],
    ["a blocked word", answered(400, 200_000, "Blocked"), { kind: "refused" }],
    ["a crash of theirs", down(500), { kind: "retry", maybeSent: true }],
    ["a lost answer of theirs", down(504), { kind: "retry", maybeSent: true }],
    ["an outage", down(503), { kind: "retry", maybeSent: false }],
    ["a dropped connection", broken("ECONNRESET"), { kind: "retry", maybeSent: true }],
    ["a refused connection", broken("ECONNREFUSED"), { kind: "retry", maybeSent: false }],
    ["a name not found", wrapped("ENOTFOUND"), { kind: "retry", maybeSent: false }],
    [
      "no answer in time",
      outcomeOf(new DOMException("x", "AbortError")),
      { kind: "retry", maybeSent: true },
    ],
    ["nonsense", outcomeOf("what"), { kind: "retry", maybeSent: true }],
  ],
});
