import { join } from "node:path";
import { loadCore } from "../../src/app/core.ts";
import { readItemsFile } from "../../src/app/items-file.ts";
import { readReports } from "../../src/app/read-reports.ts";
import { createTalksDesk } from "../../src/app/talks-desk.ts";
import { loadSearchWords } from "../../src/app/core.ts";
import type { Command, CommandContext } from "../../src/commands/command.ts";
import { commandTable } from "../../src/commands/command-table.ts";
import { createConversation } from "../../src/commands/conversation.ts";
import type { ConversationDeps } from "../../src/commands/conversation-deps.ts";
import { loadCities } from "../../src/config/load-cities.ts";
import type { TalksDesk } from "../../src/commands/desk.ts";
import { feedAddresses } from "../../src/feeds/feed-address.ts";
import { type FeedCursor, newCursor } from "../../src/feeds/feed-state.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import type { Message } from "../../src/messages/message.ts";
import { renderText } from "../../src/messages/render-text.ts";
import type { Answer, CommandCall, Conversation } from "../../src/platform/conversation.ts";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";

/** The evening before the talks in Muscat. */
export const EVE = new Date("2026-02-05T18:00:00Z");

const CITIES = loadCities("seeds/cities.yaml");
const HOUR_MS = 3_600_000;

/** A desk over the demo corpus, its feeds in every state that a feed can be in. */
export function demoDesk(now: () => Date = () => EVE): TalksDesk {
  const core = loadCore("iran-us");
  const articles = LANGUAGES.flatMap(
    (language) => readItemsFile(join("seeds/corpus", `items.${language}.json`)).articles,
  );
  const log = core.openLog();
  for (const report of readReports(core, articles)) log.add(report);
  const addresses = feedAddresses(core.names.dossier.feeds.slice(0, 15));
  return createTalksDesk({
    names: core.names,
    source: () => ({ core, addresses, log: () => Promise.resolve(log) }),
    feedStates: {
      load: (names) =>
        Promise.resolve(new Map(names.map((name, at) => [name, cursorOf(name, at, now())]))),
      save: () => Promise.resolve(),
    },
    searchWords: loadSearchWords,
    clock: { now },
  });
}

function cursorOf(address: string, at: number, now: Date): FeedCursor {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const read = { lastPollAt: ago(0.1), lastSuccessAt: ago(0.1), items: 20 };
  switch (at % 4) {
    case 0:
      return { ...newCursor(address), ...read, lastItemAt: ago(1 + at), usualGapMs: HOUR_MS };
    case 1:
      return { ...newCursor(address), ...read, lastItemAt: ago(30), usualGapMs: HOUR_MS };
    case 2:
      return { ...newCursor(address), lastPollAt: ago(1), failures: 5, lastFailure: "HTTP 503" };
    default:
      return newCursor(address);
  }
}

/** What was written to the log. */
export type Logged = { readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

/** A conversation over a store in memory, on a clock that the test turns. */
export type TestConversation = {
  readonly conversation: Conversation;
  readonly context: CommandContext;
  readonly logged: readonly Logged[];
  readonly turn: (to: Date) => void;
};

type Given = Partial<Pick<ConversationDeps, "operators" | "language">> & {
  readonly talks: CommandContext["talks"];
  readonly commands?: (context: CommandContext) => readonly Command[];
  readonly store?: CommandContext["store"];
  readonly narrator?: CommandContext["narrator"];
};

/** Starts a conversation about some talks. */
export async function conversationOf({
  talks,
  commands = commandTable,
  store,
  narrator = null,
  operators = new Set(),
  language = "en",
}: Given): Promise<TestConversation> {
  let now = EVE;
  const logged: Logged[] = [];
  const note = (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
    logged.push({ event, fields });
  };
  const kept = store ?? (await openStore("file::memory:", () => undefined));
  const context: CommandContext = {
    store: kept,
    talks,
    cities: CITIES,
    timeZone: null,
    operator: {
      startedAt: EVE,
      articles: () => Promise.resolve(0),
      waiting: (at) => kept.outbox.waiting(at),
      model: () => Promise.resolve(null),
    },
    narrator,
    random: numbersInTurn(),
  };
  const conversation = createConversation({
    context,
    commands: commands(context),
    operators,
    language,
    clock: { now: () => now },
    log: { debug: note, info: note, warn: note, error: note },
    isStoreTrouble: (error) => error instanceof StoreError,
    spoke: () => undefined,
  });
  return {
    conversation,
    context,
    logged,
    turn: (to) => {
      now = to;
    },
  };
}

/** The same numbers in [0, 1) in each conversation, no two alike. */
function numbersInTurn(): () => number {
  let last = 0;
  return () => {
    last = (last + 0.618_033_988_749) % 1;
    return last;
  };
}

const PRIVATE = { platform: "telegram", channel: "42", thread: null } as const;

/** A typed line such as `/digest brief`, as a person in a private chat gives it. */
export function typed(line: string, call: Partial<CommandCall> = {}): CommandCall {
  const [head = "", ...rest] = line.split(" ");
  return {
    name: head.replace(/^\//u, ""),
    input: { kind: "line", text: rest.join(" ") },
    from: PRIVATE,
    place: "private",
    asker: { id: "telegram:42", languageHint: "en" },
    pressed: false,
    mayAdminister: () => Promise.resolve(true),
    ...call,
  };
}

/** The same from a client in another language. */
export const typedIn = (language: string, line: string): CommandCall =>
  typed(line, { asker: { id: "telegram:42", languageHint: language } });

/** The press of a button of ours, or of someone's who made it up. */
export const pressed = (
  name: string,
  options: Readonly<Record<string, string>> = {},
  call: Partial<CommandCall> = {},
): CommandCall => ({
  ...typed(`/${name}`, call),
  input: { kind: "options", options },
  pressed: true,
});

/** An answer as a terminal shows it, with its buttons and files. */
export function shown(answer: Answer | null): string {
  if (answer === null) return "(silence)";
  return showMessage(answer.message);
}

/** A message as a terminal shows it, with its buttons and files. */
export function showMessage(message: Message): string {
  const rows = (message.controls ?? []).map((row) =>
    row
      .map((control) =>
        control.kind === "button"
          ? `[${control.label}] ${control.call.command} ${JSON.stringify(control.call.options)}`
          : `[${control.label}] (${control.kind})`,
      )
      .join("  "),
  );
  const files = (message.files ?? []).map(({ name, content }) => `--- ${name}\n${content}`);
  return [renderText(message), "", ...rows, ...files].join("\n");
}
