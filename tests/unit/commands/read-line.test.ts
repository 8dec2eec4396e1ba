import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readLine } from "../../../src/commands/arguments/read-line.ts";
import { commandTable } from "../../../src/commands/command-table.ts";
import { defineCommand } from "../../../src/commands/command.ts";
import { conversationOf, demoDesk } from "../../support/conversations.ts";

const { context } = await conversationOf({ talks: [demoDesk()] });
const table = commandTable(context);

const commandNamed = (name: string) => {
  const found = table.find(({ form }) => form.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("a typed line", () => {
  it.each<[command: string, line: string, options: Record<string, string>]>([
    ["digest", "", {}],
    ["digest", "brief", { form: "brief" }],
    ["digest", "6h brief", { form: "brief", since: "6h" }],
    ["digest", "since=2d form=full", { form: "full", since: "2d" }],
    ["digest", "FORM=Brief", { form: "brief" }],
    ["digest", "خلاصه", { form: "brief" }],
    ["digest", "کامل", { form: "full" }],
    ["digest", "كامل", { form: "full" }],
    ["digest", "موجز", { form: "brief" }],
    ["digest", "مُوجَز", { form: "brief" }],
    ["digest", "خلاصه ۲ روز", { form: "brief", since: "2 روز" }],
    ["digest", "٣ أيام", { since: "3 أيام" }],
    ["digest", "since=۲۰۲۶-۰۲-۰۴", { since: "2026-02-04" }],
    ["digest", "\u200e6h\u200f", { since: "6h" }],
    ["timeline", "7d page=۲", { period: "7d", page: "2" }],
    ["timeline", "12h 3", { period: "12h", page: "3" }],
    ["quotes", "araghchi", { speaker: "araghchi" }],
    ["quotes", "Abbas Araghchi enrichment", { speaker: "Abbas Araghchi", words: "enrichment" }],
    ["quotes", "عباس عراقچی غنی‌سازی صفر", { speaker: "عباس عراقچی", words: "غنی‌سازی صفر" }],
    ["quotes", "zero enrichment", { words: "zero enrichment" }],
    [
      "quotes",
      'words="fair  and honest" speaker=rubio',
      { words: "fair  and honest", speaker: "rubio" },
    ],
    ["quotes", "«تفاهم عادلانه»", { words: "تفاهم عادلانه" }],
    ["quotes", "x=y and more", { words: "x=y and more" }],
    ["quotes", '"unclosed words', { words: '"unclosed words' }],
    ["positions", "Iran missiles", { party: "Iran", topic: "missiles" }],
    ["positions", "موشک‌ها آمریکا", { topic: "موشک‌ها", party: "آمریکا" }],
    ["positions", "الولايات المتحدة", { party: "الولايات المتحدة" }],
    ["positions", "topic=العقوبات", { topic: "العقوبات" }],
  ])("of /%s reads %j", (command, line, options) => {
    expect(readLine(commandNamed(command), line)).toEqual({ kind: "read", options });
  });

  it.each<[command: string, line: string, value: string]>([
    ["digest", "brief tomorrowish", "tomorrowish"],
    ["digest", "99d", "99d"],
    ["timeline", "forever", "forever"],
    ["positions", "Atlantis", "Atlantis"],
    ["status", "now", "now"],
  ])("of /%s says which word nothing reads in %j", (command, line, value) => {
    expect(readLine(commandNamed(command), line)).toMatchObject({ kind: "unreadable", value });
  });

  it("keeps free words as they were typed, lines and all", () => {
    const words = { en: "Words", ar: "كلمات", fa: "واژه‌ها" };
    const say = defineCommand({
      form: {
        name: "say",
        description: words,
        audience: "everyone",
        options: [{ name: "words", description: words, required: true, input: { kind: "text" } }],
      },
      bare: ["words"],
      options: z.object({ words: z.string() }),
      answer: () => Promise.resolve({ kind: "forbidden", to: "operators" }),
    });

    expect(readLine(say, "One  line.\n\nAnd a = b, ۱۲ times")).toEqual({
      kind: "read",
      options: { words: "One  line.\n\nAnd a = b, ۱۲ times" },
    });
  });
});
