import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import {
  chatAt,
  sampleMessage,
  sampleOwed,
  sampleSubscription,
} from "../../../support/delivery-samples.ts";
import { personIn, type Person } from "../../../support/chat-person.ts";

const WORDS = '/broadcast en="Service pauses at noon." fa="سرویس ظهر متوقف می‌شود."';

async function operator(): Promise<Person> {
  const person = await personIn({ isOperator: true });
  const { subscriptions } = person.context.store;
  await subscriptions.keepAll([
    sampleSubscription(1, { language: "fa" }),
    sampleSubscription(2, { language: "ar" }),
    sampleSubscription(3, {
      language: "ar",
      address: { platform: "discord", channel: "9", thread: null },
    }),
  ]);
  return person;
}

const waiting = async ({ context }: Person) => context.store.occasions.unfinished();

describe("a broadcast", () => {
  it("tells whom it would reach and sends nothing by itself", async () => {
    const person = await operator();
    const said = await person.says(WORDS);
    expect(said).toContain("3 chats would get it");
    expect(said).toContain("Service pauses at noon.");
    expect(said).toContain("discord");
    expect(await waiting(person)).toEqual([]);
  });

  it("goes out once, however often it is confirmed", async () => {
    const person = await operator();
    await person.says(WORDS);
    const [control] = person.answer()?.message.controls?.flat() ?? [];
    const options = control?.kind === "button" ? control.call.options : {};
    expect(JSON.stringify(options).length).toBeLessThan(48);

    expect(await person.gives("broadcast", options)).toContain("On its way");
    expect(await person.gives("broadcast", options)).toContain("sent already");
    expect(await waiting(person)).toMatchObject([
      {
        after: null,
        occasion: {
          talks: "iran-us",
          what: {
            kind: "broadcast",
            words: { en: "Service pauses at noon.", fa: "سرویس ظهر متوقف می‌شود." },
          },
        },
      },
    ]);
  });

  it("cannot be confirmed an hour later, or by a made-up name", async () => {
    const person = await operator();
    await person.says(WORDS);
    person.turn(new Date("2026-02-05T20:00:00Z"));
    expect(await person.presses("Send it now")).toContain("older than an hour");
    expect(await person.gives("broadcast", { send: "nothing" })).toContain("Write it again");
    expect(await waiting(person)).toEqual([]);
  });

  it("is not sent anew by the name of what was sent", async () => {
    const person = await operator();
    await person.says(WORDS);
    await person.presses("Send it now");
    const [sent] = await waiting(person);
    await person.gives("broadcast", { send: sent?.occasion.id ?? "" });
    expect(await waiting(person)).toHaveLength(1);
  });

  it("asks for English, for fewer words, and for readers", async () => {
    const person = await operator();
    expect(await person.says('/broadcast fa="سلام"')).toContain("English is needed");
    expect(await person.says(`/broadcast en="${"word ".repeat(400)}"`)).toContain("at most 1,500");
    const alone = await personIn({ isOperator: true });
    expect(await alone.says(WORDS)).toContain("nobody would get it");
  });
});

it.each(["/feeds", "/stats", WORDS])("nobody else may say %s", async (line) => {
  const person = await personIn({ isAdministrator: true });
  await person.says(line);
  expect(person.sees()).toMatch(/operator/iu);
  expect(await waiting(person)).toEqual([]);
});

describe.each(LANGUAGES)("in %s", (language) => {
  it("tells of feeds, those with problems first, as approved", async () => {
    const person = await personIn({ isOperator: true, language });
    await person.says("/feeds");
    await expect(`${person.sees()}\n`).toMatchFileSnapshot(
      `../../../golden/settings/feeds.${language}.txt`,
    );
  });

  it("tells how the program does, and how long what waits has waited", async () => {
    const person = await operator();
    const { outbox } = person.context.store;
    const discord = { platform: "discord", channel: "9", thread: null };
    await outbox.add(
      [sampleMessage("message-1")],
      [
        sampleOwed(1, { dueAt: new Date("2026-02-05T17:49:00Z"), to: chatAt(1) }),
        sampleOwed(2, { dueAt: new Date("2026-02-05T18:00:59Z"), to: chatAt(2) }),
        sampleOwed(3, { dueAt: new Date("2026-02-05T18:00:30Z"), to: discord }),
      ],
    );
    const reader = await personIn({ isOperator: true, language, store: person.context.store });
    await reader.says("/stats");
    const told = reader.sees().replace(/[\d,]+(?=[^\n]* MiB)|[\d,٬۰-۹]+(?= مبی| ميبي)/u, "N");
    await expect(`${told}\n`).toMatchFileSnapshot(`../../../golden/settings/stats.${language}.txt`);
  });
});
