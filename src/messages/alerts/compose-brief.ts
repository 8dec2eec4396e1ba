import type { Digest } from "../../digest/digest.ts";
import type { Reader } from "../compose-digest.ts";
import type { Names } from "../digest/wording.ts";
import type { Message } from "../message.ts";
import { briefBlocks } from "./brief-blocks.ts";
import { frame } from "./frame.ts";

/** Writes a digest in its brief form, for one screen of a phone; `composeDigest` writes all of it. */
export const composeBrief = (names: Names, digest: Digest, reader: Reader): Message =>
  frame(names, reader, { digest, tell: briefBlocks, end: "coverage" });
