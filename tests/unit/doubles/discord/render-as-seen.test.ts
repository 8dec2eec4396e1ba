import { afterEach, expect, test } from "vitest";
import {
  renderAsSeen,
  renderMessageAsSeen,
  renderModalAsSeen,
} from "../../../doubles/discord/render-as-seen.ts";
import { seenMessage } from "../../../doubles/discord/seen-message.ts";
import { ask, openDouble, turnedClock } from "./ask-discord.ts";

const NOW = "2026-02-04T20:00:00Z";
const VIEWER = { timeZone: "Asia/Tehran", locale: "en-GB", now: new Date(NOW) };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function seen(body: Record<string, unknown>): Promise<readonly string[]> {
  const double = await openDouble((end) => ends.push(end), { clock: turnedClock(NOW) });
  const channel = double.channel({ guild: double.guild({}), name: "talks" });
  const { status } = await ask(double, "POST", `/channels/${channel.id}/messages`, body);
  expect(status).toBe(200);
  return renderAsSeen(channel, VIEWER).split("\n");
}

test("lays a container with text, line and buttons out", async () => {
  const at = Date.parse("2026-02-06T06:30:00Z") / 1000;
  const lines = await seen({
    flags: 1 << 15,
    components: [
      {
        type: 17,
        components: [
          {
            type: 10,
            content: `# Talks\n- **Round** <t:${at}:t>, <t:${at}:R> [1](https://example.org/a_b)\n> as \\*said\\*`,
          },
          { type: 14 },
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: "Why", custom_id: "why" },
              { type: 2, style: 5, label: "Source", url: "https://example.org" },
            ],
          },
        ],
      },
    ],
  });
  expect(lines).toEqual([
    "#talks",
    "",
    "parley [APP]  4 Feb 2026, 23:30",
    "▌ Talks",
    "▌ ────────────────────────",
    "▌ • Round 10:00, in 1 day 1",
    "▌ │ as *said*",
    `▌ ${"─".repeat(76)}`,
    "▌ [ Why ] [ Source ↗ ]",
  ]);
});

test("breaks long lines at words, within 78 columns", async () => {
  const lines = await seen({ content: "word ".repeat(60) });
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(lines.join(" ")).not.toContain("wor ");
});

test("leaves signs that mark nothing as they are", async () => {
  expect(await seen({ content: "snake_case_name, 5 * 3 < 20, a\\_b" })).toContain(
    "snake_case_name, 5 * 3 < 20, a_b",
  );
});

test("says what only one person sees, and what was chosen", () => {
  const options = [
    { label: "English", value: "en" },
    { label: "العربية", value: "ar", default: true },
  ];
  const body = {
    author: { username: "parley", bot: true },
    timestamp: "2026-02-04T20:00:00.000000+00:00",
    content: "",
    flags: 64,
    components: [
      { type: 1, components: [{ type: 3, custom_id: "l", placeholder: "Language", options }] },
    ],
  };
  const shown = seenMessage({ body, uploads: [], ephemeralFor: "7", authorId: "42" });
  expect(renderMessageAsSeen(shown, VIEWER).split("\n")).toEqual([
    "parley [APP]  4 Feb 2026, 23:30 · only you can see this",
    "[ العربية ▾ ]",
  ]);
});

test("draws a modal with its title and its empty lines", () => {
  const input = { type: 4, style: 1, custom_id: "city", placeholder: "Tehran" };
  const modal = {
    custom_id: "m",
    title: "City",
    components: [{ type: 18, label: "Your city", component: input }],
  };
  expect(renderModalAsSeen(modal, VIEWER)).toBe(
    "┌ City\n│ Your city: [ Tehran                   ]",
  );
});
