import type { Operation } from "./definitions.ts";
import { isObject } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Reply } from "./failure.ts";
import type { World } from "./world.ts";

/** A file that came with a request. */
export type Upload = {
  /** The number in `files[n]`. */
  readonly number: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** A request whose form was checked against the definitions. */
export type Call = {
  readonly operation: Operation;
  /** Parts of the path, by their names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly uploads: readonly Upload[];
  /** Where the gateway is, such as `ws://127.0.0.1:4000`. */
  readonly gatewayUrl: string;
};

/** Answers an operation. */
export type Handler = (call: Call, world: World) => Reply;

/** Handlers by the name of their operation. */
export type Handlers = Readonly<Record<string, Handler>>;

/** The body, when it has names. */
export const bodyOf = ({ body }: Call): JsonObject => (isObject(body) ? body : {});

/** A part of the path. */
export const param = ({ params }: Call, name: string): string => params[name] ?? "";
