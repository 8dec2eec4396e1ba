import { createDiscordAdapter } from "../../adapters/discord/adapter.ts";
import { sleep } from "../../src/lib/clock.ts";
import { createLog } from "../../src/lib/log.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { Message } from "../../src/messages/message.ts";
import type { CommandForm, Localized } from "../../src/platform/command-form.ts";
import type { Hearing } from "../../src/platform/hearing.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import type {
  Answer,
  ChatChange,
  CommandCall,
  Completion,
  CompletionCall,
  Conversation,
} from "../../src/platform/conversation.ts";
import { createDiscordDouble, type DiscordDouble } from "../doubles/discord/discord-double.ts";

/** The token under which the bot speaks in tests. */
export const DISCORD_TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.secret-of-tests";
const APPLICATION_ID = "123456789012345678";

const words = (en: string): Localized => ({ en, ar: `${en} (ar)`, fa: `${en} (fa)` });

/** Some commands with options of every kind. */
export const FORMS: readonly CommandForm[] = [
  {
    name: "status",
    description: words("Where the talks stand"),
    options: [],
    audience: "everyone",
  },
  {
    name: "subscribe",
    description: words("Subscribe"),
    options: [
      {
        name: "page",
        description: words("Page"),
        required: false,
        input: { kind: "integer", min: 1, max: 9 },
      },
      { name: "city", description: words("City"), required: true, input: { kind: "completed" } },
      { name: "note", description: words("Note"), required: false, input: { kind: "text" } },
      {
        name: "form",
        description: words("Form"),
        required: false,
        input: { kind: "choice", choices: [{ value: "brief", label: words("Brief") }] },
      },
    ],
    audience: "administrators",
  },
  { name: "stats", description: words("Statistics"), options: [], audience: "operators" },
];

/** A conversation that does as it is told and remembers what it heard. */
export type Heard = Conversation & {
  readonly calls: CommandCall[];
  readonly completions: CompletionCall[];
  readonly changes: ChatChange[];
  readonly spokenTo: string[];
  /** What the next commands are answered with. */
  answers: (call: CommandCall) => Promise<Answer | null>;
  completes: (call: CompletionCall) => Promise<readonly Completion[]>;
  greeting: Message | null;
};

/** A message of one paragraph. */
export const said = (text: string, more: Partial<Message> = {}): Message => ({
  language: "en",
  blocks: [{ kind: "paragraph", spans: [{ kind: "text", text }] }],
  ...more,
});

/** An answer for everyone, as a new message, unless said otherwise. */
export const answer = (message: Message, how: Partial<Answer> = {}): Answer => ({
  message,
  audience: "everyone",
  placement: "new",
  ...how,
});

function createHeard(): Heard {
  const heard: Heard = {
    calls: [],
    completions: [],
    changes: [],
    spokenTo: [],
    answers: (call) => Promise.resolve(answer(said(`answer to ${call.name}`))),
    completes: () => Promise.resolve([]),
    greeting: null,
    answer: (call) => {
      heard.calls.push(call);
      return heard.answers(call);
    },
    complete: (call) => {
      heard.completions.push(call);
      return heard.completes(call);
    },
    inline: () => Promise.resolve([]),
    changed: (change) => {
      heard.changes.push(change);
      return Promise.resolve(heard.greeting);
    },
    spoke: (to) => {
      heard.spokenTo.push(to.thread ?? to.channel);
    },
  };
  return heard;
}

export type BotOptions = {
  readonly double?: DiscordDouble;
  readonly token?: string;
  readonly guilds?: readonly string[];
  /** Waits of a second or more end at once. */
  readonly impatient?: boolean;
  readonly commands?: readonly CommandForm[];
  readonly shards?: number;
  /** None can be drawn unless this is given. */
  readonly paint?: PaintPicture;
};

/** The adapter with the real discord.js against Discord on loopback. */
export async function startBot(options: BotOptions = {}) {
  const double =
    options.double ??
    (await createDiscordDouble({
      token: DISCORD_TOKEN,
      applicationId: APPLICATION_ID,
      shards: options.shards ?? 1,
    }));
  const lines: string[] = [];
  const token = new Secret(options.token ?? DISCORD_TOKEN);
  const adapter = createDiscordAdapter({
    config: {
      token,
      applicationId: APPLICATION_ID,
      apiRoot: double.root,
      guilds: options.guilds ?? [],
    },
    commands: options.commands ?? FORMS,
    paint: options.paint ?? (() => Promise.reject(new Error("nothing is drawn here"))),
    log: createLog({ level: "debug", secrets: [], write: (line) => lines.push(line) }),
    clock: { now: () => new Date() },
    sleep: (ms, signal) => sleep(options.impatient === true && ms >= 1_000 ? 5 : ms, signal),
  });
  const heard = createHeard();
  const stopping = new AbortController();
  const hearings: Hearing[] = [];
  const listening = adapter.listen(heard, stopping.signal, (told) => hearings.push(told));
  listening.catch(() => {});
  return {
    double,
    adapter,
    heard,
    hearings,
    lines,
    listening,
    stop: async () => {
      stopping.abort();
      await listening.catch(() => {});
    },
  };
}
