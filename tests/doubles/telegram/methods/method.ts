import type { Json, JsonObject } from "../json.ts";
import type { UploadedFile } from "../read-request.ts";
import type { World } from "../world.ts";

/** One call of a method: its checked parameters and its files. */
export type Call = {
  readonly world: World;
  readonly parameters: JsonObject;
  readonly files: ReadonlyMap<string, UploadedFile>;
};

/** Gives a method's result; throws a `Refusal` where the server answers an error. */
export type Method = (call: Call) => Json;
