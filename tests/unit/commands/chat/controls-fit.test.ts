import { expect, it } from "vitest";
import {
  readCallbackData,
  writeCallbackData,
} from "../../../../adapters/telegram/callback-data.ts";
import { writeCustomId } from "../../../../adapters/discord/custom-id.ts";
import { commandTable } from "../../../../src/commands/command-table.ts";
import type { Call, Control } from "../../../../src/messages/control.ts";
import { type Person, personIn } from "../../../support/chat-person.ts";

const LINES = [
  "/start",
  "/subscribe",
  "/subscribe 18:45 workdays full fa berlin",
  "/settings",
  ...[
    "language",
    "city",
    "at",
    "days",
    "form",
    "alerts",
    "events",
    "quiet",
    "confidence",
    "moments",
  ].map((name) => `/settings ${name}`),
  "/pause",
  "/pause 1d",
  "/unsubscribe",
  "/forget",
  '/broadcast en="Service pauses at noon."',
];

/** All calls that a control may give; those of searches come with words that the platform adds. */
const callsOf = (control: Control): readonly Call[] => {
  switch (control.kind) {
    case "button":
      return [control.call];
    case "select":
      return control.choices.map(({ value }) => ({
        command: control.call.command,
        options: { ...control.call.options, [control.fills]: value },
      }));
    case "search":
    case "link":
      return [];
  }
};

const controlsOf = (person: Person) => (person.answer()?.message.controls ?? []).flat();

it("every press of /start, /subscribe, /settings and the rest fits Telegram and Discord", async () => {
  const person = await personIn({ isOperator: true });
  const forms = commandTable(person.context).map(({ form }) => form);
  let pressed = 0;
  for (const line of LINES) {
    await person.says(line);
    for (const call of controlsOf(person).flatMap(callsOf)) {
      const data = writeCallbackData(call, forms);
      expect(data).not.toBeNull();
      expect(readCallbackData(data ?? "", forms)).toEqual(call);
      expect(writeCustomId({ kind: "call", call }, 0)).not.toBeNull();
      pressed += 1;
    }
  }
  expect(pressed).toBeGreaterThan(60);
});
