import type { Json } from "./json.ts";
import { errorTree, problemLine } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** What the double answers to a request. */
export type Reply = {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the request broke, for the list of violations. */
  readonly violation?: readonly string[];
};

/** An answer that went well. */
export const ok = (body: Json): Reply => ({ status: 200, body });

/** An answer without words. */
export const DONE: Reply = { status: 204 };

/** Refusals by code. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const FAILURES = {
  0: [404, "404: Not Found"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10008: [404, "Unknown Message"],
  10013: [404, "Unknown User"],
  10015: [404, "Unknown Webhook"],
  10007: [404, "Unknown Member"],
  10062: [404, "Unknown interaction"],
  10063: [404, "Unknown application command"],
  40033: [400, "This message has already been crossposted"],
  40060: [400, "Interaction has already been acknowledged."],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50083: [400, "Thread is archived"],
} as const;

/** A refusal by its code, which is no fault of the request's form. */
export function failure(code: keyof typeof FAILURES): Reply {
  const [status, message] = FAILURES[code];
  return { status, body: { message, code } };
}

/** A refusal for what fields hold; recorded as a violation. */
export const invalidForm = (problems: readonly Problem[]): Reply => ({
  status: 400,
  body: { message: "Invalid Form Body", code: 50035, errors: errorTree(problems) },
  violation: problems.map(problemLine),
});

/** A refusal that is recorded as a violation, as only a bug of the bot leads to it. */
export const blamed = (code: keyof typeof FAILURES, line: string): Reply => ({
  ...failure(code),
  violation: [line],
});
