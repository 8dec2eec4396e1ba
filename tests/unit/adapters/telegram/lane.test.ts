import { describe, expect, it } from "vitest";
import { laneOf } from "../../../../adapters/telegram/lane.ts";
import { writeCallbackData } from "../../../../adapters/telegram/callback-data.ts";
import { readUpdate, type Update } from "../../../../adapters/telegram/updates.ts";
import { formOf } from "../../../support/telegram-forms.ts";

const FORMS = [formOf("help", []), { ...formOf("ask", ["question"]), isSlow: true }];
const GROUP = { id: -5, type: "supergroup" };
const ANN = { id: 1 };

function updateOf(more: object): Update {
  const update = readUpdate({ update_id: 1, ...more })?.update;
  if (update === null || update === undefined) throw new Error("an update is read");
  return update;
}

const typed = (text: string, from = ANN) =>
  updateOf({ message: { message_id: 1, chat: GROUP, from, text } });

describe("the lane of an update", () => {
  it.each(["/help", "/help@parley_bot", "ask", "/asking", "/"])("is the chat's for %s", (text) => {
    expect(laneOf(typed(text), FORMS)).toEqual({ name: "-5", isSlow: false });
  });

  it.each(["/ask where?", "/ASK", "/ask@parley_bot where?", "/a\u2060sk"])(
    "is the person's own there for %s",
    (text) => {
      const lane = laneOf(typed(text), FORMS);
      expect(lane).toEqual({ name: "-5 of 1, slow", isSlow: true });
      expect(laneOf(typed(text, { id: 2 }), FORMS).name).not.toBe(lane.name);
    },
  );

  it("is the same for a button as for the command it gives", () => {
    const press = (command: string) =>
      updateOf({
        callback_query: {
          id: "1",
          from: ANN,
          message: { message_id: 1, chat: GROUP },
          data: writeCallbackData({ command, options: {} }, FORMS),
        },
      });
    expect(laneOf(press("ask"), FORMS).isSlow).toBe(true);
    expect(laneOf(press("help"), FORMS)).toEqual({ name: "-5", isSlow: false });
  });

  it("is the new chat's for a group that moves, and a person's for what is typed inline", () => {
    const moved = { message_id: 1, chat: GROUP, migrate_to_chat_id: -9, text: "/ask" };
    expect(laneOf(updateOf({ message: moved }), FORMS)).toEqual({ name: "-9", isSlow: false });
    const inline = { id: "1", from: ANN, query: "/ask" };
    expect(laneOf(updateOf({ inline_query: inline }), FORMS).name).toBe("of 1");
  });
});
