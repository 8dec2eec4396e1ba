import type { Call } from "../../src/messages/control.ts";
import { shorten } from "../../src/messages/quotation.ts";
import { LONGEST_CUSTOM_ID } from "./limits.ts";

/** What a press on a control of ours means. */
export type Pressed =
  | { readonly kind: "call"; readonly call: Call }
  /** A value, chosen or typed, is still to be put into the option `fills`. */
  | { readonly kind: "fill"; readonly call: Call; readonly fills: string }
  /** Words are to be asked for first. */
  | {
      readonly kind: "ask";
      readonly call: Call;
      readonly fills: string;
      readonly question: string;
    };

const VERSION = "1";
const KINDS = { call: "c", fill: "f", ask: "a" } as const;

/**
 * Writes what a control means into its custom id, so that it works after a restart; `place` tells apart
 * the controls of one message. A question is cut to the room there is; null where the call itself is too
 * long for Discord's 100 characters.
 */
export function writeCustomId(pressed: Pressed, place: number): string | null {
  const { command, options } = pressed.call;
  const pairs = Object.entries(options).flatMap(([name, value]) => [escape(name), escape(value)]);
  const fills = pressed.kind === "call" ? [] : [escape(pressed.fills)];
  const head = `${VERSION}${KINDS[pressed.kind]}${place}`;
  const id = [head, escape(command), ...fills, ...pairs].join(SEPARATOR);
  if (id.length > LONGEST_CUSTOM_ID) return null;
  if (pressed.kind !== "ask") return id;
  const room = LONGEST_CUSTOM_ID - id.length - 1;
  return room < 2 ? id : `${id}${SEPARATOR}${fitting(pressed.question, room)}`;
}

/** Reads what {@link writeCustomId} wrote; null for anything else, forged and older ones too. */
export function readCustomId(id: string): Pressed | null {
  const [head = "", ...parts] = id.split(SEPARATOR);
  const kind = /^1([cfa])\d{1,3}$/.exec(head)?.[1];
  const words = parts.map(unescape);
  const [command = "", ...rest] = words.filter((word) => word !== null);
  if (kind === undefined || command === "" || rest.length + 1 < words.length) return null;
  if (kind === "c") return callOf(command, rest);
  const [fills = "", ...more] = rest;
  if (fills === "") return null;
  return kind === "f" ? fillOf(command, fills, more) : askOf(command, fills, more);
}

function callOf(command: string, words: readonly string[]): Pressed | null {
  const options = optionsOf(words);
  return options === null ? null : { kind: "call", call: { command, options } };
}

function fillOf(command: string, fills: string, words: readonly string[]): Pressed | null {
  const options = optionsOf(words);
  return options === null ? null : { kind: "fill", call: { command, options }, fills };
}

/** A word more than pairs make is the question. */
function askOf(command: string, fills: string, words: readonly string[]): Pressed | null {
  const asked = words.length % 2 === 1;
  const options = optionsOf(asked ? words.slice(0, -1) : words);
  const question = asked ? (words.at(-1) ?? "") : "";
  return options === null ? null : { kind: "ask", call: { command, options }, fills, question };
}

function optionsOf(words: readonly string[]): Record<string, string> | null {
  if (words.length % 2 === 1) return null;
  return Object.fromEntries(
    words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ""] as const] : [])),
  );
}

const SEPARATOR = "|";

const escape = (word: string): string =>
  word.toWellFormed().replaceAll("%", "%25").replaceAll(SEPARATOR, "%7C");

function unescape(word: string): string | null {
  if (/%(?!25|7C)/.test(word)) return null;
  return word.replaceAll("%7C", SEPARATOR).replaceAll("%25", "%");
}

/** The longest start of a question that takes at most `room` characters once escaped. */
function fitting(question: string, room: number): string {
  let kept = shorten(question, room);
  while (escape(kept).length > room) kept = shorten(kept, kept.length - 1);
  return escape(kept);
}
