import { describe, expect, it } from "vitest";
import { keyboardOf } from "../../../../adapters/telegram/keyboard.ts";
import type { Control, ControlRow } from "../../../../src/messages/control.ts";
import { formOf } from "../../../support/telegram-forms.ts";

const FORMS = [formOf("settings", ["id", "set", "to"]), formOf("status", [])];
const boardOf = (rows: readonly ControlRow[], inline = true) =>
  keyboardOf(rows, { forms: FORMS, inline });

const button = (label: string, weight: "primary" | "plain" | "danger"): Control => ({
  kind: "button",
  label,
  call: { command: "status", options: {} },
  weight,
});

const LANGUAGES: Control = {
  kind: "select",
  label: "Language",
  call: { command: "settings", options: { set: "language" } },
  fills: "to",
  choices: [
    { label: "English", value: "en", chosen: true },
    { label: "فارسی", value: "fa", chosen: false },
    { label: "العربية", value: "ar", chosen: false },
    { label: "Deutsch", value: "de", chosen: false },
  ],
};

const CITY: Control = {
  kind: "search",
  label: "City",
  call: { command: "settings", options: { set: "city" } },
  fills: "to",
  question: "Which city?",
};

describe("controls under a Telegram message", () => {
  it("stand side by side, each in its weight", () => {
    expect(
      boardOf([[button("A", "primary"), button("B", "plain"), button("C", "danger")]]),
    ).toEqual([
      [
        { text: "A", callback_data: "1|status", style: "primary" },
        { text: "B", callback_data: "1|status" },
        { text: "C", callback_data: "1|status", style: "danger" },
      ],
    ]);
  });

  it("offer each choice of a list as a button, with a mark on those in force", () => {
    const board = boardOf([[LANGUAGES]]);
    expect(board.map((row) => row.map(({ text }) => text))).toEqual([
      ["\u2705 English", "فارسی", "العربية"],
      ["Deutsch"],
    ]);
    expect(board[0]?.[1]).toEqual({
      text: "فارسی",
      callback_data: "1|settings|set=language|to=fa",
    });
  });

  it("search after the bot's name, where there is a line to type in", () => {
    expect(boardOf([[CITY]])).toEqual([
      [
        {
          text: "\u{1f50d} City",
          switch_inline_query_current_chat: "/settings set=city to=",
        },
      ],
    ]);
    expect(boardOf([[CITY]], false)).toEqual([]);
  });

  it("whose command is too long for a button's data put it after the bot's name", () => {
    const call = { command: "settings", options: { to: "x".repeat(80) } };
    expect(boardOf([[{ kind: "button", label: "Long", call, weight: "plain" }]])).toEqual([
      [{ text: "Long", switch_inline_query_current_chat: `/settings to=${"x".repeat(80)}` }],
    ]);
  });

  it("lead to web addresses only", () => {
    expect(
      boardOf([
        [
          { kind: "link", label: "Site", url: "https://news.example" },
          { kind: "link", label: "Trap", url: "tg://resolve?domain=x" },
        ],
      ]),
    ).toEqual([[{ text: "Site", url: "https://news.example/" }]]);
  });
});
