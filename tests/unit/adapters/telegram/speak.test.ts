import { describe, expect, it } from "vitest";
import type { TelegramPart } from "../../../../adapters/telegram/part.ts";
import { renderTelegram } from "../../../../adapters/telegram/render.ts";
import { speak, type Speaker, type Speech } from "../../../../adapters/telegram/speak.ts";
import { type Message, text } from "../../../../src/messages/message.ts";
import type { SendOutcome } from "../../../../src/platform/outcome.ts";
import { PICTURE } from "../../../support/messages.ts";

const STANDING: Message = {
  language: "en",
  blocks: [{ kind: "paragraph", spans: [text("Scheduled")] }],
  picture: PICTURE,
};
const TO = { platform: "telegram", channel: "7", thread: null };
const SPEECH: Speech = { message: STANDING, to: TO, replaces: null, inline: true };
const nothing = () => undefined;

type Fates = Partial<Record<TelegramPart["kind"], readonly SendOutcome[]>>;

/** Says the standing where each kind of part meets its fates in turn, then is sent; tells what was tried and arrived. */
async function say(fates: Fates, speech: Speech = SPEECH) {
  const tried: string[] = [];
  const said: string[] = [];
  const left = structuredClone(fates) as Record<string, SendOutcome[] | undefined>;
  let spoken = 0;
  const meet = (name: string, { kind }: TelegramPart): Promise<SendOutcome> => {
    tried.push(`${name} ${kind}`);
    const outcome = left[kind]?.shift() ?? { kind: "sent", messageId: "1" };
    if (outcome.kind === "sent") said.push(kind);
    return Promise.resolve(outcome);
  };
  const speaker: Speaker = {
    render: (message, style, inline) => {
      const pictured = style === "rich";
      const writing = pictured
        ? ({ kind: "rich", pictured } as const)
        : ({ kind: "classic", localTimes: true, pictured } as const);
      return renderTelegram(message, writing, { forms: [], inline });
    },
    send: (_, part) => meet("send", part),
    edit: (_, __, part) => meet("edit", part),
    conversation: { spoke: () => void (spoken += 1) },
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
  };
  await speak(speaker, speech);
  return { tried, said, spoken };
}

const refused: SendOutcome = { kind: "refused", reason: "no photos here" };

describe("an answer with a picture", () => {
  it("shows it before the words, and counts both", async () => {
    expect(await say({})).toMatchObject({ said: ["photo", "rich"], spoken: 2 });
  });

  it.each<[what: string, outcome: SendOutcome]>([
    ["refused", refused],
    ["held up for long", { kind: "wait", ms: 60_000 }],
    ["lost on its way", { kind: "retry", reason: "no answer in time", maybeSent: true }],
  ])("says its words where the picture is %s", async (_, outcome) => {
    expect(await say({ photo: [outcome] })).toMatchObject({ said: ["rich"], spoken: 1 });
  });

  it("is uploaded anew where Telegram holds its picture no more", async () => {
    const forgotten: SendOutcome = { kind: "retry", reason: "unknown file", maybeSent: false };
    expect(await say({ photo: [forgotten] })).toMatchObject({
      tried: ["send photo", "send photo", "send rich"],
      said: ["photo", "rich"],
    });
  });

  it("shows its picture once where its words must be said more simply", async () => {
    expect(await say({ rich: [refused] })).toMatchObject({ said: ["photo", "classic"] });
  });

  it("leaves its picture out where it takes a message's place", async () => {
    expect(await say({}, { ...SPEECH, replaces: "12" })).toMatchObject({ tried: ["edit rich"] });
  });
});
