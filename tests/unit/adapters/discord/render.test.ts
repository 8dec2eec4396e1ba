import { describe, expect, it } from "vitest";
import { renderDiscord } from "../../../../adapters/discord/render.ts";
import { text, type Block, type Message, type Span } from "../../../../src/messages/message.ts";
import { discordText } from "../../../support/discord-text.ts";
import { EVERYTHING } from "../../../support/messages.ts";

const rich = (message: Message) => discordText(renderDiscord(message, "rich"));
const cite = (n: number, url: string): Span => ({ kind: "citation", n, url });
const paragraph = (...spans: Span[]): Block => ({ kind: "paragraph", spans });
const of = (language: Message["language"], first: Block, ...rest: Block[]): Message => ({
  language,
  blocks: [first, ...rest],
});

describe("a message in Discord", () => {
  it("shows every kind of block and control", async () => {
    await expect(rich(EVERYTHING)).toMatchFileSnapshot(
      "../../../golden/discord/everything.rich.txt",
    );
  });

  it("begins every line of a right-to-left language from the right", () => {
    const message = of(
      "ar",
      { kind: "title", text: "Reuters" },
      { kind: "list", items: [[text("IAEA")]] },
    );

    expect(rich(message)).toContain("## \u200fReuters\n- \u200fIAEA");
  });

  it("begins a line in English from the left, though a name from the right comes first", () => {
    const message = of("en", {
      kind: "list",
      items: [[text("\u0631\u0648\u064a\u062a\u0631\u0632 says so")], [text("Reuters")]],
    });

    expect(rich(message)).toContain("- \u200e\u0631");
    expect(rich(message)).toContain("- Reuters");
  });

  it("links a source that is cited often where it comes first and last", () => {
    const url = `https://news.example/${"x".repeat(400)}`;
    const message = of(
      "en",
      ...([1, 2, 3, 4, 5].map(() => paragraph(text("It is so "), cite(1, url))) as [Block]),
    );

    const linked = rich(message)
      .split("\n")
      .filter((line) => line.startsWith("It is so"));

    expect(linked.map((line) => line.includes(url))).toEqual([true, false, false, false, true]);
  });

  it("keeps a heading with what follows it", () => {
    const filler = paragraph(text("x".repeat(3_300)));
    const message = of(
      "en",
      filler,
      { kind: "heading", text: "Next round" },
      paragraph(text("y".repeat(800))),
    );

    const [first, second] = renderDiscord(message, "rich");

    expect(JSON.stringify(first)).not.toContain("Next round");
    expect(JSON.stringify(second)).toContain("Next round");
  });

  it("puts controls and files under its last part", () => {
    const long = {
      ...EVERYTHING,
      blocks: [paragraph(text("word ".repeat(2_000))), ...EVERYTHING.blocks] as const,
    };

    const parts = renderDiscord(long, "rich");

    expect(parts.length).toBeGreaterThan(1);
    expect(parts.slice(0, -1).every((part) => part.files.length === 0)).toBe(true);
    expect(JSON.stringify(parts.slice(0, -1))).not.toContain("custom_id");
    expect(parts.at(-1)?.files).toHaveLength(1);
    expect(JSON.stringify(parts.at(-1))).toContain("custom_id");
  });
});
