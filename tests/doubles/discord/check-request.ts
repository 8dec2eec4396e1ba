import type { Call } from "./call.ts";
import type { Problem } from "./problem.ts";
import { checkSchema } from "./schema-check.ts";
import type { Schema } from "./definitions.ts";

const SNOWFLAKE = /^\d{1,20}$/u;
const FREE_TEXT = new Set(["interaction_token", "webhook_token"]);

function queryValue(text: string, schema: Schema): unknown {
  if (schema.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return schema.type === "integer" ? Number(text) : text;
}

function queryProblems({ query, operation }: Call): readonly Problem[] {
  return [...query].flatMap(([name, text]) => {
    const schema = operation.query[name];
    return schema === undefined
      ? [
          {
            path: [name],
            code: "UNKNOWN_FIELD",
            message: "The definitions know no such parameter.",
          },
        ]
      : checkSchema(queryValue(text, schema), schema, [name]);
  });
}

const pathProblems = ({ params }: Call): readonly Problem[] =>
  Object.entries(params).flatMap(([name, value]) =>
    FREE_TEXT.has(name) || SNOWFLAKE.test(value)
      ? []
      : [
          {
            path: [name],
            code: "NUMBER_TYPE_COERCE",
            message: `Value "${value}" is not snowflake.`,
          },
        ],
  );

function bodyProblems({ body, operation, uploads }: Call): readonly Problem[] {
  if (operation.body === null) {
    const empty = body === null || JSON.stringify(body) === "{}";
    return empty
      ? []
      : [{ path: [], code: "UNKNOWN_FIELD", message: "This request takes no body." }];
  }
  const given = body === null && uploads.length > 0 ? {} : body;
  const files =
    uploads.length > 0 && !operation.takesFiles
      ? [{ path: [], code: "UNKNOWN_FIELD", message: "This request takes no files." }]
      : [];
  return [...files, ...checkSchema(given, operation.body, [])];
}

/** What a request breaks of the definitions: in its path, its query and its body. */
export const requestProblems = (call: Call): readonly Problem[] => [
  ...pathProblems(call),
  ...queryProblems(call),
  ...bodyProblems(call),
];
