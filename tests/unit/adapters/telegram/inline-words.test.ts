import { describe, expect, it } from "vitest";
import {
  commandLine,
  readInlineWords,
  searchPrefix,
} from "../../../../adapters/telegram/inline-words.ts";
import { formOf } from "../../../support/telegram-forms.ts";

const FORMS = [formOf("settings", ["id", "set", "to"])];
const CALL = { command: "settings", options: { id: "abc", set: "city" } };

describe("words after the bot's name", () => {
  it("go on from where a search left them", () => {
    const prefix = searchPrefix(CALL, "to");
    expect(prefix).toBe("/settings id=abc set=city to=");
    expect(readInlineWords(prefix, FORMS)).toEqual({ call: CALL, fills: "to", typed: "" });
    expect(readInlineWords(`${prefix}بوئنوس آیرس`, FORMS)).toEqual({
      call: CALL,
      fills: "to",
      typed: "بوئنوس آیرس",
    });
  });

  it("hold a whole command, with values of several words in quotation marks", () => {
    const call = { command: "settings", options: { set: "0 8 * * 1", to: 'a "b" c' } };
    const line = commandLine(call);
    expect(line).toBe('/settings set="0 8 * * 1" to="a \u201db\u201d c"');
    expect(readInlineWords(line, FORMS)).toMatchObject({
      call: { options: { set: "0 8 * * 1" } },
      fills: null,
    });
  });

  it.each(["", "talks", "/", "/nothing to=x", "/settings2", "@settings"])(
    "that are %j are free words",
    (query) => {
      expect(readInlineWords(query, FORMS)).toBeNull();
    },
  );

  it("are read in a moment, however long and odd", () => {
    const started = performance.now();
    for (const odd of ["a=".repeat(100_000), `to="${"x ".repeat(100_000)}`, "= ".repeat(100_000)])
      readInlineWords(`/settings ${odd}`, FORMS);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
