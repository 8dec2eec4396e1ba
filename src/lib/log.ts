import { pino } from "pino";
import type { Secret } from "./secret.ts";

/** How much is logged. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** What a log line says beside its event; numbers carry their unit in the name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes structured log lines: an event in a few fixed words, and fields. */
export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** A field named `err` that holds an Error is written with its stack and causes. */
  error(event: string, fields?: LogFields): void;
};

/** What a log is made of; `write` gets whole lines of JSON. */
export type LogOptions = {
  readonly level: LogLevel;
  readonly secrets: readonly Secret[];
  readonly write: (line: string) => void;
};

/**
 * A log whose every line is scrubbed where it leaves: known secrets become `[secret]`, however a
 * library put them into a URL or an error, and characters that could steer a terminal are escaped.
 */
export function createLog({ level, secrets, write }: LogOptions): Log {
  const forms = secrets.flatMap((secret) => formsOf(secret.reveal()));
  const sink = { write: (line: string) => write(escapeControls(scrub(line, forms))) };
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, sink);
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
  };
}

/** Shorter texts are no secrets, and scrubbing them would blank out half a line. */
const SHORTEST_SECRET = 4;

/** The ways a secret may stand in a line: as it is, as JSON writes it, and within a URL. */
function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const url = encodeURIComponent(secret.toWellFormed());
  const forms = new Set([secret, JSON.stringify(secret).slice(1, -1), url]);
  return [...forms].toSorted((a, b) => b.length - a.length);
}

const scrub = (line: string, forms: readonly string[]): string =>
  forms.reduce((text, form) => text.replaceAll(form, "[secret]"), line);

/** JSON escapes only C0; these are DEL and C1, line separators, and marks that turn the direction. */
const STEERING = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

const escapeControls = (line: string): string =>
  line.replace(
    STEERING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
