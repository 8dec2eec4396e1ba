import { expect, test } from "vitest";
import { DateItem, dateLine } from "../../../../src/facts/dates/date-line.ts";
import { dateFinder } from "./support.ts";

const line = (item: unknown) => dateLine(dateFinder, DateItem.parse(item));

test("gives each date with its text, offsets and value", () => {
  const text = "يلتقي الوفدان غداً الساعة العاشرة صباحاً ويومي 6 و7 فبراير.";
  const { id, dates } = line({ id: "a", lang: "ar", text, reference: "2026-02-04T09:00:00Z" });
  expect(id).toBe("a");
  expect(dates).toEqual([
    { text: "غداً الساعة العاشرة صباحاً", start: 14, end: 40, date: "2026-02-05", time: "10:00" },
    { text: "6 و7 فبراير", start: 47, end: 58, date: "2026-02-06", dateEnd: "2026-02-07" },
  ]);
});

test.each([
  ["Asia/Tehran", "2026-02-04T21:00:00Z", "2026-02-05"],
  ["America/New_York", "2026-02-04T03:00:00Z", "2026-02-03"],
  ["Pacific/Auckland", "2026-02-04", "2026-02-04"],
  ["America/Los_Angeles", "2026-02-04", "2026-02-04"],
])("counts today in the item's own zone: %s at %s", (timeZone, reference, today) => {
  const { dates } = line({ id: "a", lang: "en", text: "They meet today.", reference, timeZone });
  expect(dates).toMatchObject([{ date: today }]);
});

test("leaves out a time that no day was found for", () => {
  const item = { id: "a", lang: "en", text: "Doors open at 10 a.m.", reference: "2026-02-04" };
  expect(line(item).dates).toEqual([]);
});

test("offsets count in the text as given, markup included", () => {
  const text = "<p>Talks &amp; more on <b>Friday</b>, Feb. 6.</p>";
  const { dates } = line({ id: "a", lang: "en", text, reference: "2026-02-04" });
  expect(dates.map(({ start, end }) => text.slice(start, end))).toEqual(["Friday</b>, Feb. 6"]);
});
