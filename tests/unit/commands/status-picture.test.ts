import { describe, expect, it } from "vitest";
import { personIn } from "../../support/chat-person.ts";

describe("/status", () => {
  it("comes with a picture in the asker's language, where nothing is subscribed to", async () => {
    const reader = await personIn({ language: "fa" });
    await reader.says("/status");
    const picture = reader.answer()?.message.picture;
    expect(picture?.card.language).toBe("fa");
    expect(picture?.caption).toContain("مذاکرات ایران و آمریکا");
  });

  it("comes without once the chat turned pictures off, and with it again once it turned them on", async () => {
    const reader = await personIn();
    const other = await personIn({ from: { platform: "telegram", channel: "7", thread: null } });
    await reader.says("/subscribe picture=off");
    // Both ask in one minute, and are told from one digest.
    await other.says("/help");
    const words = await reader.says("/status");
    expect(reader.answer()?.message.picture).toBeUndefined();
    expect(await other.says("/status")).toBe(words);
    expect(other.answer()?.message.picture).toBeDefined();
    await reader.says("/settings picture on");
    await reader.says("/status");
    expect(reader.answer()?.message.picture).toBeDefined();
  });

  it.each(["/digest", "/next", "/why", "/timeline", "/positions"])(
    "is what shows it: %s does not",
    async (line) => {
      const reader = await personIn();
      await reader.says(line);
      expect(reader.answer()?.message.picture).toBeUndefined();
    },
  );
});
