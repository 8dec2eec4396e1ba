import { objects, textual, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Problem } from "../problem.ts";
import { lengthOf } from "../schema-check.ts";
import { layoutProblems, rowsOnlyProblems } from "./components.ts";
import { embedProblems } from "./embeds.ts";
import { FLAG, hasFlag } from "./message-flags.ts";

const MOST_CONTENT = 2000;

/** A message as it would stand, and what may be asked of it. */
export type Draft = {
  readonly body: JsonObject;
  /** Names of the files that come with it or stay with it. */
  readonly files: ReadonlySet<string>;
  /** Names of those that are pictures by their bytes. */
  readonly pictures: ReadonlySet<string>;
  /** Numbers of the files of this request, which `attachments` may speak of. */
  readonly numbers: ReadonlySet<string>;
  readonly settable: number;
};

/** Whether nothing of a message would show. */
export const isEmpty = ({ body, files }: Draft): boolean =>
  words(body["content"]).trim() === "" &&
  objects(body["embeds"]).length === 0 &&
  objects(body["components"]).length === 0 &&
  files.size === 0;

function flagProblems({ body, settable }: Draft): readonly Problem[] {
  const flags = Number(body["flags"] ?? 0);
  return (flags & ~settable) === 0
    ? []
    : [
        {
          path: ["flags"],
          code: "BITMASK_INVALID",
          message: `Flags ${flags & ~settable} cannot be set here.`,
        },
      ];
}

function contentProblems({ body }: Draft): readonly Problem[] {
  const long = lengthOf(words(body["content"])) > MOST_CONTENT;
  const message = `Must be ${MOST_CONTENT} or fewer in length.`;
  return long ? [{ path: ["content"], code: "BASE_TYPE_MAX_LENGTH", message }] : [];
}

function mixedProblems({ body }: Draft): readonly Problem[] {
  const code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
  const message = "The field cannot be used with IS_COMPONENTS_V2.";
  const used = [
    ...(words(body["content"]) === "" ? [] : ["content"]),
    ...["embeds", "sticker_ids"].filter(
      (name) => Array.isArray(body[name]) && body[name].length > 0,
    ),
    ...(body["poll"] === undefined || body["poll"] === null ? [] : ["poll"]),
  ];
  return used.map((name) => ({ path: [name], code, message }));
}

const MOST_FILES = 10;

function attachmentProblems({ body, files, numbers }: Draft): readonly Problem[] {
  if (files.size > MOST_FILES) {
    const message = `Must be ${MOST_FILES} or fewer in length.`;
    return [{ path: ["attachments"], code: "BASE_TYPE_MAX_LENGTH", message }];
  }
  return objects(body["attachments"]).flatMap((attachment, index) =>
    numbers.has(textual(attachment["id"]))
      ? []
      : [
          {
            path: ["attachments", index, "id"],
            code: "ATTACHMENT_NOT_FOUND",
            message: "No such file came with the request.",
          },
        ],
  );
}

/** What the rules forbid in a message, beyond what its schema says. */
export function messageProblems(draft: Draft): readonly Problem[] {
  const { body } = draft;
  const components = body["components"] ?? [];
  const layout = hasFlag(body["flags"], FLAG.componentsV2)
    ? [...mixedProblems(draft), ...layoutProblems(components, draft)]
    : [
        ...contentProblems(draft),
        ...embedProblems(objects(body["embeds"])),
        ...rowsOnlyProblems(components),
      ];
  return [...flagProblems(draft), ...layout, ...attachmentProblems(draft)];
}
