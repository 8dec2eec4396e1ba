import { keptUploads, named } from "./attachments.ts";
import type { Upload } from "./call.ts";
import { failure, invalidForm } from "./failure.ts";
import type { Reply } from "./failure.ts";
import { objects, words } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { isEmpty, messageProblems } from "./rules/message.ts";
import { afterEdit } from "./messages.ts";
import { pngSize } from "../png-size.ts";
import type { StoredMessage } from "./world.ts";

const namesOf = (uploads: readonly Upload[]): ReadonlySet<string> =>
  new Set(uploads.map(({ name }) => name));

const picturesAmong = (uploads: readonly Upload[]): ReadonlySet<string> =>
  namesOf(uploads.filter(({ bytes }) => pngSize(bytes) !== null));

/** Why a new message cannot be; null when it can. */
export function refusalOfNew(
  body: JsonObject,
  uploads: readonly Upload[],
  settable: number,
): Reply | null {
  const all = named(body, uploads);
  const numbers = new Set(uploads.map(({ number }) => number));
  const draft = { body, files: namesOf(all), pictures: picturesAmong(all), numbers, settable };
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
  const all = [...keptUploads(stored, patch), ...named(patch, uploads)];
  const old = objects(stored.body["attachments"]).map((each) => words(each["id"]));
  const numbers = new Set([...uploads.map(({ number }) => number), ...old]);
  const bad = Number(patch["flags"] ?? 0) & ~settable;
  if (bad !== 0) {
    const message = `Flags ${bad} cannot be set here.`;
    return invalidForm([{ path: ["flags"], code: "BITMASK_INVALID", message }]);
  }
  const body = { ...next, attachments: patch["attachments"] ?? [] };
  const draft = {
    body,
    files: namesOf(all),
    pictures: picturesAmong(all),
    numbers,
    settable: -1,
  };
  const problems = messageProblems(draft);
  if (problems.length > 0) return invalidForm(problems);
  return isEmpty(draft) ? { ...failure(50006), violation: ["the message is empty"] } : null;
}
