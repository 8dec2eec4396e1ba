import { describe, expect, it } from "vitest";
import { spansOf } from "../../../../src/messages/block-spans.ts";
import { spansWithCommands } from "../../../../src/commands/say.ts";
import {
  conversationOf,
  demoDesk,
  pressed,
  shown,
  typedIn,
} from "../../../support/conversations.ts";

const desk = demoDesk();
const talks = "iran-us";

describe("what a press replaces", () => {
  it.each([
    ["settings", {}],
    ["subscribe", { talks }],
    ["status", { talks }],
    ["why", { talks }],
    ["digest", { talks, form: "full" }],
    ["timeline", { talks }],
  ] as const)("is never an alert or a briefing: /%s %o", async (name, options) => {
    const { conversation } = await conversationOf({ talks: [desk] });
    await conversation.answer(pressed("subscribe", { talks, at: "08:00" }));
    expect((await conversation.answer(pressed(name, options)))?.placement).toBe("new");
  });

  it.each([
    ["start", { language: "fa" }],
    ["subscribe", { talks, at: "08:00" }],
    ["settings", { id: "all" }],
    ["timeline", { talks, page: "2" }],
    ["sources", { talks, page: "2" }],
  ] as const)("is the panel or page it stands under: /%s %o", async (name, options) => {
    const { conversation } = await conversationOf({ talks: [desk] });
    expect((await conversation.answer(pressed(name, options)))?.placement).toBe("here");
  });
});

describe("commands that may be pressed", () => {
  it("are all that help lists", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    const answer = await conversation.answer(typedIn("ar", "/help"));
    const names = (answer?.message.blocks ?? [])
      .flatMap(spansOf)
      .flatMap((span) => (span.kind === "command" ? [span.name] : []));
    expect(names.slice(0, 3)).toEqual(["status", "next", "digest"]);
    expect(names).toContain("subscribe");
    expect(names).not.toContain("broadcast");
  });

  it.each([
    ["Ask /status.", ["status"]],
    ["\u2066/export\u2069 نسخه‌ای می‌دهد", ["export"]],
    ["a/b, and/or, https://x/y, /", []],
  ])("are found in our own words: %s", (words, names) => {
    const spans = spansWithCommands(words);
    expect(spans.flatMap((span) => (span.kind === "command" ? [span.name] : []))).toEqual(names);
    expect(spans.map((span) => (span.kind === "text" ? span.text : "")).join("")).not.toContain(
      "/status",
    );
  });

  it("are none of the words that people or articles give", async () => {
    const { conversation } = await conversationOf({ talks: [desk] });
    for (const line of ["/settings at /status", "/quotes /status", "/pause /status", "/nothing"]) {
      const answer = await conversation.answer(typedIn("en", line));
      const offered = (answer?.message.blocks ?? [])
        .filter(({ kind }) => kind !== "list")
        .flatMap(spansOf)
        .filter(({ kind }) => kind === "command");
      expect(offered).toEqual([]);
    }
  });
});

it("tells whoever runs the bot the id that makes an operator of him", async () => {
  const { conversation } = await conversationOf({ talks: [desk] });
  for (const language of ["en", "ar", "fa"]) {
    const told = shown(await conversation.answer(typedIn(language, "/stats")));
    expect(told).toContain("telegram:42");
    expect(told).toContain("PARLEY_ADMINS");
  }
});

it.each(["/status", "/next", "/timeline", "/why", "/delegations"])(
  "%s tells a Persian reader who chose no city the time in Tehran, as /start does",
  async (line) => {
    const { conversation } = await conversationOf({ talks: [desk] });
    expect(shown(await conversation.answer(typedIn("fa", "/start")))).toContain("به وقت تهران");
    const told = shown(await conversation.answer(typedIn("fa", line)));
    expect(told).toContain("به وقت تهران");
    expect(told).not.toContain("به وقت مسقط");
  },
);
