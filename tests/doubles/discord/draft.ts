import type { Upload } from "./call.ts";
import { failure, invalidForm } from "./failure.ts";
import type { Reply } from "./failure.ts";
import { objects, textual, words } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { isEmpty, messageProblems } from "./rules/message.ts";
import { afterEdit } from "./messages.ts";
import type { StoredMessage } from "./world.ts";

const namesOf = (body: JsonObject, uploads: readonly Upload[]): readonly string[] =>
  uploads.map(({ number, name }) => {
    const about = objects(body["attachments"]).find((each) => textual(each["id"]) === number);
    return typeof about?.["filename"] === "string" ? about["filename"] : name;
  });

/** Why a new message cannot be; null when it can. */
export function refusalOfNew(
  body: JsonObject,
  uploads: readonly Upload[],
  settable: number,
): Reply | null {
  const files = new Set(namesOf(body, uploads));
  const numbers = new Set(uploads.map(({ number }) => number));
  const draft = { body, files, numbers, settable };
  const problems = messageProblems(draft);
  if (problems.length > 0) return invalidForm(problems);
  return isEmpty(draft) ? { ...failure(50006), violation: ["the message is empty"] } : null;
}

/** Why an edit cannot be; null when it can. What stays is looked at too. */
export function refusalOfEdit(
  stored: StoredMessage,
  patch: JsonObject,
  { uploads, settable }: { readonly uploads: readonly Upload[]; readonly settable: number },
): Reply | null {
  const next = afterEdit(stored, patch);
  const kept = objects(next["attachments"]).map((each) => words(each["filename"]));
  const old = objects(stored.body["attachments"]).map((each) => words(each["id"]));
  const files = new Set([...kept, ...namesOf(patch, uploads)]);
  const numbers = new Set([...uploads.map(({ number }) => number), ...old]);
  const bad = Number(patch["flags"] ?? 0) & ~settable;
  if (bad !== 0) {
    const message = `Flags ${bad} cannot be set here.`;
    return invalidForm([{ path: ["flags"], code: "BITMASK_INVALID", message }]);
  }
  const body = { ...next, attachments: patch["attachments"] ?? [] };
  const draft = { body, files, numbers, settable: -1 };
  const problems = messageProblems(draft);
  if (problems.length > 0) return invalidForm(problems);
  return isEmpty(draft) ? { ...failure(50006), violation: ["the message is empty"] } : null;
}
