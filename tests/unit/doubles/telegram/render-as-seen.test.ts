import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderAsSeen } from "../../../doubles/telegram/render-as-seen.ts";
import { call, startDouble } from "./call-double.ts";

const NOON = new Date(Date.UTC(2026, 1, 5, 12));
const unix = NOON.getTime() / 1000;

describe("the picture of a chat", () => {
  it("shows messages, buttons and moments in the reader's own zone", async () => {
    const double = await startDouble({ clock: { now: () => NOON } });
    const reader = double.person({ name: "Sara", zone: "Asia/Tehran", language: "en-GB" });
    reader.says("/next");
    await call(double, "sendMessage", {
      chat_id: reader.id,
      text: `Next round\n<blockquote>Round <b>three</b></blockquote>\nat <tg-time unix="${unix}" format="t">12:00 UTC</tg-time>`,
      parse_mode: "HTML",
      reply_markup: {
        inline_keyboard: [
          [
            { text: "Calendar", callback_data: "c" },
            { text: "Why", callback_data: "w" },
          ],
        ],
      },
    });
    expect(renderAsSeen(reader.chat, { now: NOON, columns: 40 }))
      .toBe(`── Sara (private) ──────────────────────

Sara · 15:30
  /next

Parley · 15:30
  Next round
  ▎ Round three
  at 15:30

  [ Calendar ] [ Why ]`);
  });

  it("lays out headings, lists, tables, quotations and what is folded", async () => {
    const double = await startDouble({ clock: { now: () => NOON } });
    const reader = double.person({ name: "Sara" });
    reader.says("/start");
    await call(double, "sendRichMessage", {
      chat_id: reader.id,
      rich_message: {
        html: `<h1>Talks</h1><p>In one hour: <tg-time unix="${unix + 3600}" format="r">13:00</tg-time></p><ul><li>One point that is long enough to be broken</li></ul><table><tr><th>Side</th><th>Head</th></tr><tr><td>Oman</td><td>A</td></tr></table><blockquote>Words<cite>B</cite></blockquote><details><summary>More</summary>Folded</details>`,
      },
    });
    const drawing = { now: NOON, columns: 34, fromId: 2 };
    expect(renderAsSeen(reader.chat, drawing)).toBe(`── Sara (private) ────────────────

Parley · 12:00 PM
  Talks
  ════════════════════════════════

  In one hour: in 1 hour

  • One point that is long enough
    to be broken

  Side │ Head
  ─────┼─────
  Oman │ A

  ▎ Words
  ▎ — B

  ▸ More`);
    expect(renderAsSeen(reader.chat, { ...drawing, unfolded: true })).toContain(
      "▾ More\n    Folded",
    );
  });

  it("stays within its columns, whatever the words", async () => {
    const double = await startDouble({ clock: { now: () => NOON } });
    const reader = double.person({ name: "Sara", language: "fa", zone: "Asia/Tehran" });
    reader.says("/start");
    const words = "گفت‌وگوهای مسقط دربارهٔ پروندهٔ هسته‌ای ".repeat(12) + "x".repeat(300);
    const cells = `<td>${words}</td>`.repeat(3);
    await call(double, "sendRichMessage", {
      chat_id: reader.id,
      rich_message: {
        html: `<p>${words}</p><ol><li>${words}</li></ol><table><tr>${cells}</tr></table><details open><summary>${words}</summary><blockquote>${words}</blockquote></details>`,
        is_rtl: true,
      },
    });
    const lines = renderAsSeen(reader.chat, { now: NOON }).split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(78);
  });
});
