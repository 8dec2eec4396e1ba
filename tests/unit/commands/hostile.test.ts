import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandTable } from "../../../src/commands/command-table.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { readCallbackData, writeCallbackData } from "../../../adapters/telegram/callback-data.ts";
import { conversationOf, demoDesk, pressed, typed } from "../../support/conversations.ts";
import { seaTalks } from "../../support/other-desk.ts";

const { context } = await conversationOf({ talks: [demoDesk(), seaTalks()] });
const forms = commandTable(context).map(({ form }) => form);
const names = forms.map(({ name }) => name);

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constantFrom(
    "=",
    '"',
    "«",
    "a=".repeat(2_000),
    "=".repeat(4_096),
    "\u202e\u2066\u200f",
    "\ud800",
    "۹".repeat(4_096),
    "x ".repeat(2_048),
    "constructor",
    "__proto__=1",
    "since=9999-99-99",
    "until=+275760-09-13T00:00Z",
    "page=1e9",
    "page=NaN",
    "Infinity",
  ),
);
const anyName = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...names), anyText);
const anyOptions = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...forms.flatMap(({ options }) => options.map(({ name }) => name))),
    fc.constantFrom("id", "to", "set", "until", "payload", "__proto__", "constructor"),
    anyText,
  ),
  anyText,
  { maxKeys: 5 },
);
const anyPlace = fc.constantFrom("private", "group", "channel");

describe("whatever people send", () => {
  it.each(LANGUAGES)(
    "is answered in %s, and never breaks us",
    { timeout: 60_000 },
    async (language) => {
      const {
        conversation,
        context: { store },
        logged,
        turn,
      } = await conversationOf({ talks: context.talks });
      let minute = 0;

      await fc.assert(
        fc.asyncProperty(
          anyName,
          anyPlace,
          fc.boolean(),
          fc.oneof(anyText, anyOptions),
          async (name, place, isAdmin, given) => {
            // Nobody floods here.
            turn(new Date(Date.UTC(2026, 1, 5) + (minute += 1) * 60_000));
            const asker = { id: "telegram:42", languageHint: language };
            const mayAdminister = () => Promise.resolve(isAdmin);
            const call =
              typeof given === "string"
                ? {
                    ...typed("/x", { place, asker, mayAdminister }),
                    name,
                    input: { kind: "line", text: given } as const,
                  }
                : pressed(name, given, { place, asker, mayAdminister });

            const before = await store.chats.find(call.from);
            const answer = await conversation.answer(call);
            const after = await store.chats.find(call.from);

            const spoken = [before?.language ?? language, after?.language ?? language];
            expect(spoken).toContain(answer?.message.language);
            expect(answer?.message.blocks.length).toBeGreaterThan(0);
          },
        ),
        { seed: 20_260_205, numRuns: 150 },
      );

      expect(logged.map(({ event, fields }) => [event, fields["err"]])).toEqual([]);
    },
  );

  it("completes and searches without a stumble", async () => {
    const { conversation, logged } = await conversationOf({ talks: context.talks });
    const asker = { id: "telegram:42", languageHint: "fa" };
    const from = { platform: "discord", channel: "1", thread: null };

    await fc.assert(
      fc.asyncProperty(anyName, anyText, anyText, async (name, option, words) => {
        const found = await conversation.complete({
          name,
          option,
          typed: words,
          given: {},
          from,
          asker,
        });
        const shared = await conversation.inline({ typed: words, asker });

        expect(found.length).toBeLessThanOrEqual(25);
        expect(shared.length).toBeLessThanOrEqual(50);
      }),
      { seed: 20_260_205, numRuns: 100 },
    );

    expect(logged).toEqual([]);
  });
});

describe("the buttons under our answers", () => {
  const lines = [
    "/status",
    "/digest",
    "/next",
    "/why",
    "/timeline 45d",
    "/positions",
    "/sources",
    "/talks",
    "/help",
    "/quotes Mohammed bin Abdulrahman Al Thani",
    "/quotes araghchi",
    "/quotes تخصيب",
  ];

  it.each(lines)("of %s hold all they mean in the room there is", async (line) => {
    const { conversation } = await conversationOf({ talks: context.talks });

    const answer = await conversation.answer(typed(line));

    const calls = (answer?.message.controls ?? [])
      .flat()
      .flatMap((control) => (control.kind === "button" ? [control.call] : []));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const data = writeCallbackData(call, forms);
      expect(readCallbackData(data ?? "", forms)).toEqual(call);
    }
  });
});
