import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInteraction } from "../../../../adapters/discord/interaction.ts";

const command = {
  id: "1",
  token: "t",
  type: 2,
  locale: "ar",
  guild_id: "9",
  channel: { id: "5", type: 0 },
  member: { user: { id: "7" }, permissions: "32" },
  data: { type: 1, name: "status", options: [{ name: "page", type: 4, value: 2 }] },
};

describe("an interaction", () => {
  it("tells who asks what, where, and what they may", () => {
    expect(readInteraction(command)).toEqual({
      id: "1",
      token: "t",
      from: { platform: "discord", channel: "5", thread: null },
      place: "group",
      asker: { id: "discord:7", languageHint: "ar" },
      administers: true,
      on: null,
      act: { kind: "command", name: "status", options: { page: "2" } },
    });
  });

  it.each([
    ["an announcement channel", { id: "5", type: 5 }, { channel: "5", thread: null }, "channel"],
    ["a thread", { id: "6", type: 11, parent_id: "5" }, { channel: "5", thread: "6" }, "group"],
    [
      "a thread of announcements",
      { id: "6", type: 10, parent_id: "5" },
      { channel: "5", thread: "6" },
      "channel",
    ],
    [
      "a channel in a category",
      { id: "5", type: 0, parent_id: "4" },
      { channel: "5", thread: null },
      "group",
    ],
  ] as const)("comes from %s", (_, channel, from, place) => {
    expect(readInteraction({ ...command, channel })).toMatchObject({ from, place });
  });

  it.each([
    ["0", false],
    ["8", true],
    ["32", true],
    ["2147483648", false],
    ["562949953421311", true],
  ])("of someone with permissions %s", (permissions, administers) => {
    const member = { user: { id: "7" }, permissions };

    expect(readInteraction({ ...command, member })?.administers).toBe(administers);
  });

  it("in private is of someone who may settle everything", () => {
    const { guild_id: _, member: __, ...direct } = command;

    expect(readInteraction({ ...direct, user: { id: "7" } })).toMatchObject({
      place: "private",
      administers: true,
      asker: { id: "discord:7" },
    });
  });

  it.each([
    ["label", [{ type: 18, component: { type: 4, custom_id: "words", value: "Tehran" } }]],
    ["row", [{ type: 1, components: [{ type: 4, custom_id: "words", value: "Tehran" }] }]],
  ])("brings what was typed into a modal's %s", (_, components) => {
    const data = { custom_id: "1f0|settings|city", components };

    expect(readInteraction({ ...command, type: 5, data })?.act).toEqual({
      kind: "modal",
      customId: "1f0|settings|city",
      words: "Tehran",
    });
  });

  it("knows what stands on the button that was pressed", () => {
    const message = {
      flags: 64,
      components: [
        { type: 17, components: [] },
        { type: 1, components: [{ type: 2, custom_id: "x", label: "Time zone" }] },
      ],
    };
    const pressed = { ...command, type: 3, message, data: { custom_id: "x", component_type: 2 } };

    expect(readInteraction(pressed)?.on).toEqual({ isPrivate: true, label: "Time zone" });
  });

  it("of any shape does no harm", () => {
    const shapes = fc.oneof(
      fc.anything(),
      fc.anything().map((data) => ({ ...command, data })),
      fc.anything().map((message) => ({ ...command, type: 3, message, data: { custom_id: "x" } })),
      fc
        .anything()
        .map((components) => ({ ...command, type: 5, data: { custom_id: "x", components } })),
    );
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(() => readInteraction(shape)).not.toThrow();
      }),
      { seed: 7 },
    );
  });
});
