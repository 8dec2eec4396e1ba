import type { Delivery, OutgoingMessage, OwedDelivery } from "../../src/deliveries/delivery.ts";
import { createDispatcher, type Dispatcher } from "../../src/deliveries/dispatch.ts";
import type { DispatchEnd, DispatchEvent } from "../../src/deliveries/dispatch-event.ts";
import { createRateLimits } from "../../src/deliveries/rate-limits.ts";
import type { LogFields } from "../../src/lib/log.ts";
import type { Message } from "../../src/messages/message.ts";
import type { PlatformAdapter, RenderStyle } from "../../src/platform/adapter.ts";
import { type Address, formatAddress } from "../../src/platform/address.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { Pace } from "../../src/platform/pace.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { NINE, sampleMessage } from "./delivery-samples.ts";
import { type TurnedTime, turnedTime } from "./turned-time.ts";

/** What a platform was asked to do. */
export type Request = {
  readonly what: "send" | "edit";
  readonly to: string;
  readonly part: string;
  readonly key: string;
  readonly messageId: string | null;
  readonly atMs: number;
};

/** Says what a platform answers; it may take its time, or fail. */
export type Answering = (
  request: Request,
  signal: AbortSignal,
) => SendOutcome | Promise<SendOutcome>;

/** A dispatcher over a real store and a platform that answers as told, in time that the test turns. */
export type DeliveryStory = {
  readonly time: TurnedTime;
  readonly store: Store;
  readonly requests: Request[];
  readonly events: DispatchEvent[];
  readonly logged: { readonly level: string; readonly event: string; readonly fields: LogFields }[];
  readonly dispatcher: Dispatcher;
  owe(owed: readonly OwedDelivery[], messages?: readonly OutgoingMessage[]): Promise<void>;
  /** Starts dispatching. */
  start(): void;
  /** Stops it, as an operator does; resolves when it has ended, with time passing meanwhile. */
  stop(passMs?: number): Promise<DispatchEnd | undefined>;
  find(id: OwedDelivery["id"]): Promise<Delivery>;
};

export type StoryOptions = {
  readonly answer?: Answering;
  readonly pace?: Pace;
  readonly store?: Store;
  readonly random?: () => number;
  readonly lookAgainMs?: number;
  /** See `DispatchDeps`. */
  readonly alone?: boolean;
  readonly privateChatOf?: (owner: string) => Promise<Address | null>;
};

/** So fast that no test waits for it. */
export const FAST: Pace = { overall: { messages: 10_000, ms: 1_000 }, within: () => [] };

const MESSAGE = sampleMessage("message-1");

/** Begins a story at nine o'clock; parts are the paragraphs of a message, with their style. */
export async function deliveryStory(options: StoryOptions = {}): Promise<DeliveryStory> {
  const { pace = FAST, lookAgainMs = 60_000, alone = false, privateChatOf } = options;
  const store = options.store ?? (await openStore("file::memory:", () => undefined));
  const time = turnedTime(NINE);
  const requests: Request[] = [];
  const events: DispatchEvent[] = [];
  const logged: DeliveryStory["logged"] = [];
  const note =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      logged.push({ level, event, fields });
    };
  let sent = 0;
  const answer = options.answer ?? (() => ({ kind: "sent", messageId: `m${(sent += 1)}` }));
  const ask = async (request: Omit<Request, "atMs">, signal: AbortSignal) => {
    const asked = { ...request, atMs: time.monotonicMs() };
    requests.push(asked);
    return answer(asked, signal);
  };
  const adapter = storyAdapter(pace, ask);
  const dispatcher = createDispatcher({
    store,
    adapter,
    limits: createRateLimits(pace),
    clock: time.clock,
    monotonicMs: () => unevenly(time.monotonicMs()),
    sleep: time.sleep,
    random: options.random ?? (() => 0.5),
    lookAgainMs,
    alone,
    log: {
      debug: note("debug"),
      info: note("info"),
      warn: note("warn"),
      error: note("error"),
    },
    observe: (event) => events.push(event),
    ...(privateChatOf === undefined ? {} : { privateChatOf }),
  });
  const stopping = new AbortController();
  let running: Promise<DispatchEnd> | undefined;
  return {
    time,
    store,
    requests,
    events,
    logged,
    dispatcher,
    owe: async (owed, messages = [MESSAGE]) => {
      await store.outbox.add(messages, owed);
      dispatcher.wake();
    },
    start: () => {
      running = dispatcher.run(stopping.signal);
    },
    stop: async (passMs = 0) => {
      stopping.abort();
      await time.pass(passMs);
      return running;
    },
    find: async (id) => {
      const found = await store.outbox.find(id);
      if (found === null) throw new Error(`${id} is not there`);
      return found;
    },
  };
}

type Ask = (request: Omit<Request, "atMs">, signal: AbortSignal) => Promise<SendOutcome>;

const storyAdapter = (pace: Pace, ask: Ask): PlatformAdapter<string> => ({
  platform: "telegram",
  pace,
  render: partsOf,
  send: (to, part, key, signal) =>
    ask({ what: "send", to: formatAddress(to), part, key, messageId: null }, signal),
  edit: (to, messageId, part, signal) =>
    ask({ what: "edit", to: formatAddress(to), part, key: "", messageId }, signal),
  listen: () => Promise.resolve(),
  probe: () => Promise.resolve({ ok: true, account: "story", remarks: [] }),
});

function partsOf(message: Message, style: RenderStyle): [string, ...string[]] {
  const [first = "", ...more] = message.blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.spans.map((span) => wordsOf(span, style)) : [],
  );
  return [first, ...more];
}

const wordsOf = (span: object, style: RenderStyle): string =>
  `${"text" in span ? String(span.text) : ""}${style === "rich" ? "" : " (simple)"}`;

/** Real clocks that never go back count parts of a millisecond. */
const unevenly = (ms: number): number => ms + (ms % 997) / 997;
