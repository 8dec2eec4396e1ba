import { COMPONENT, isSelect, placed } from "../component-tree.ts";
import type { Placed } from "../component-tree.ts";
import { isObject, objects, words } from "../json.ts";
import type { Json } from "../json.ts";
import type { Problem } from "../problem.ts";
import { lengthOf } from "../schema-check.ts";

const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;
const MOST_ROWS = 5;
const LINK = 5;
const PREMIUM = 6;

const BUTTON_NEEDS = { [LINK]: "url", [PREMIUM]: "sku_id" } as Readonly<Record<number, string>>;
const PROTOCOLS = new Set(["http:", "https:", "discord:"]);

function isAddress(text: string): boolean {
  return URL.canParse(text) && PROTOCOLS.has(new URL(text).protocol);
}

function buttonProblems({ component, path }: Placed): readonly Problem[] {
  const need = BUTTON_NEEDS[Number(component["style"])] ?? "custom_id";
  const targets = ["custom_id", "url", "sku_id"];
  const found: Problem[] = [];
  if (words(component[need]) === "") {
    const message = `A button of this style must have a ${need}`;
    found.push({ path: [...path, need], code: "BUTTON_COMPONENT_INVALID", message });
  }
  for (const name of targets.filter((each) => each !== need && component[each] !== undefined)) {
    const message = `A button of this style cannot have a ${name}`;
    found.push({ path: [...path, name], code: "BUTTON_COMPONENT_INVALID", message });
  }
  const { url, label, emoji } = component;
  if (typeof url === "string" && !isAddress(url)) {
    found.push({
      path: [...path, "url"],
      code: "URL_TYPE_INVALID_URL",
      message: "Not a well formed URL.",
    });
  }
  if (need !== "sku_id" && words(label) === "" && !isObject(emoji)) {
    const message = "A button must have a label or an emoji";
    found.push({ path: [...path, "label"], code: "BUTTON_COMPONENT_INVALID", message });
  }
  return found;
}

function rowProblems({ component, path }: Placed): readonly Problem[] {
  const inside = objects(component["components"]);
  const selects = inside.filter(isSelect).length;
  return selects === 0 || inside.length === 1
    ? []
    : [
        {
          path,
          code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
          message: "The row holds more than its width.",
        },
      ];
}

function selectProblems({ component, path }: Placed): readonly Problem[] {
  const options = objects(component["options"]);
  const most = Number(component["max_values"] ?? 1);
  const least = Number(component["min_values"] ?? 1);
  const values = options.map((option) => option["value"]);
  const chosen = options.filter((option) => option["default"] === true).length;
  const bad = (name: string, message: string): Problem => ({
    path: [...path, name],
    code: "SELECT_COMPONENT_INVALID",
    message,
  });
  return [
    ...(new Set(values).size < values.length
      ? [bad("options", "The specified option value is already used")]
      : []),
    ...(component["type"] === COMPONENT.select && most > options.length
      ? [bad("max_values", "More values than options")]
      : []),
    ...(least > most ? [bad("min_values", "Must be no more than max_values")] : []),
    ...(chosen > most ? [bad("options", "More options are chosen than may be")] : []),
  ];
}

function duplicates(all: readonly Placed[], name: string, code: string): readonly Problem[] {
  const known = new Set<Json>();
  return all.flatMap(({ component, path }) => {
    const value = component[name];
    if (value === undefined || value === null) return [];
    const again = known.has(value);
    known.add(value);
    return again ? [{ path: [...path, name], code, message: `The ${name} is already used` }] : [];
  });
}

/** What the schema cannot say of the components of a message or modal, whichever their layout. */
export function commonProblems(all: readonly Placed[]): readonly Problem[] {
  const found = all.flatMap((each) => {
    const { type } = each.component;
    if (type === COMPONENT.button) return buttonProblems(each);
    if (type === COMPONENT.row) return rowProblems(each);
    return isSelect(each.component) ? selectProblems(each) : [];
  });
  return [
    ...found,
    ...duplicates(all, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ...duplicates(all, "id", "COMPONENT_ID_DUPLICATED"),
  ];
}

/** The files of a message by name, and which of them are pictures. */
type Files = { readonly files: ReadonlySet<string>; readonly pictures: ReadonlySet<string> };

function mediaProblems(all: readonly Placed[], { files, pictures }: Files): readonly Problem[] {
  const media = all.flatMap(({ component, path }) => [
    { media: component["media"], path: [...path, "media", "url"], fit: pictures },
    { media: component["file"], path: [...path, "file", "url"], fit: files },
    ...objects(component["items"]).map((item, index) => ({
      media: item["media"],
      path: [...path, "items", index, "media", "url"],
      fit: pictures,
    })),
  ]);
  return media.flatMap(({ media: item, path, fit }) => {
    const url = isObject(item) ? words(item["url"]) : null;
    if (url === null || isAddress(url)) return [];
    const name = url.startsWith(ATTACHMENT) ? url.slice(ATTACHMENT.length) : null;
    if (name === null || !files.has(name)) {
      const code = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND";
      return [{ path, code, message: `No file ${url}` }];
    }
    const code = "UNFURLED_MEDIA_ITEM_NOT_A_PICTURE";
    return fit.has(name) ? [] : [{ path, code, message: `${url} is no PNG` }];
  });
}

const ATTACHMENT = "attachment://";

/**
 * What Components V2 ask beyond the schema: at most 40 in all and 4,000 characters of text.
 *
 * Source: https://discord.com/developers/docs/components/reference#component-limits
 */
export function layoutProblems(components: Json, files: Files): readonly Problem[] {
  const all = placed(components, ["components"]);
  const text = all
    .filter(({ component }) => component["type"] === COMPONENT.textDisplay)
    .reduce((sum, { component }) => sum + lengthOf(words(component["content"])), 0);
  const many =
    all.length > MOST_COMPONENTS
      ? [
          {
            path: ["components"],
            code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            message: `Must have ${MOST_COMPONENTS} or fewer in all`,
          },
        ]
      : [];
  const long =
    text > MOST_TEXT
      ? [
          {
            path: ["components"],
            code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            message: `Must show ${MOST_TEXT} or fewer characters`,
          },
        ]
      : [];
  return [...many, ...long, ...commonProblems(all), ...mediaProblems(all, files)];
}

/** What may stand under a message with content: up to five rows. */
export function rowsOnlyProblems(components: Json): readonly Problem[] {
  const all = placed(components, ["components"]);
  const top = objects(components);
  const other = top.flatMap((component, index) =>
    component["type"] === COMPONENT.row
      ? []
      : [
          {
            path: ["components", index, "type"],
            code: "UNION_TYPE_CHOICES",
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  const many =
    top.length > MOST_ROWS
      ? [
          {
            path: ["components"],
            code: "BASE_TYPE_BAD_LENGTH",
            message: `Must be between 1 and ${MOST_ROWS} in length.`,
          },
        ]
      : [];
  return [...other, ...many, ...commonProblems(all)];
}
