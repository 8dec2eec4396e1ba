import { describe, expect, it } from "vitest";
import { readCommand } from "../../../../adapters/telegram/command-text.ts";
import type { Place } from "../../../../src/platform/conversation.ts";

const hearing = { username: "ParleyBot", commands: new Set(["status", "help"]) };

describe("a text written to the bot", () => {
  it.each<[string, Place, string | null, string]>([
    ["/status", "private", "status", ""],
    ["/STATUS  full  now ", "private", "status", "full  now"],
    ["/status\nfull", "private", "status", "full"],
    ["/status@parleybot full", "group", "status", "full"],
    ["/status@other_bot", "group", null, ""],
    ["/status@other_bot", "private", null, ""],
    ["/start iran-us", "private", "start", "iran-us"],
    ["/nothing", "private", "nothing", ""],
    ["/nothing", "group", null, ""],
    ["/nothing@ParleyBot", "group", "nothing", ""],
    ["/وضعیت", "private", "وضعیت", ""],
    ["/وضعیت", "channel", null, ""],
    ["/status وین", "channel", "status", "وین"],
    ["status", "private", "help", ""],
    ["status", "group", null, ""],
    ["/", "private", "help", ""],
    [" /status", "private", "help", ""],
    ["/@ParleyBot", "group", null, ""],
  ])("%j in a %s chat gives %j", (text, place, name, line) => {
    expect(readCommand(text, place, hearing)).toEqual(name === null ? null : { name, line });
  });
});
