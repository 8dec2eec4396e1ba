import type { Digest } from "../../digest/digest.ts";
import { formatDay } from "../../i18n/dates.ts";
import { siteCatalogOf } from "../../i18n/site/catalog.ts";
import { localDate } from "../../lib/calendar-date.ts";
import { paragraph } from "../../commands/say.ts";
import { changeBlocks } from "../../messages/digest/changes.ts";
import { createWording, type Wording } from "../../messages/digest/wording.ts";
import type { Block } from "../../messages/message.ts";
import type { Snapshot } from "./snapshot.ts";

/** What changed, newest day first: today and the last day that brought anything outright, the days before folded away. */
export function changesByDay(snapshot: Snapshot, wording: Wording): Block[] {
  const { names, today, days } = snapshot;
  const { language, timeZone } = wording;
  const now = new Date(today.at);
  const told = [{ date: localDate(now, timeZone), digest: today }, ...days].flatMap(
    ({ date, digest }, at) => {
      const blocks = changesOf(digest, names, wording, at === 0 ? "now" : "a-past-day");
      if (blocks.length === 0) return [];
      const day = formatDay(language, date);
      return [{ day: at === 0 ? siteCatalogOf(language)["changes.today"]({ day }) : day, blocks }];
    },
  );
  const [latest, ...earlier] = told;
  if (latest === undefined) return [paragraph(siteCatalogOf(language)["changes.none"])];
  return [
    { kind: "paragraph", spans: [{ kind: "strong", text: latest.day }] },
    ...latest.blocks,
    ...earlier.flatMap(({ day, blocks: [first, ...rest] }): Block[] =>
      first === undefined ? [] : [{ kind: "details", summary: day, blocks: [first, ...rest] }],
    ),
  ];
}

function changesOf(
  digest: Digest,
  names: Snapshot["names"],
  { language, timeZone }: Wording,
  from: "now" | "a-past-day",
): readonly Block[] {
  const own = createWording(names, digest, language, timeZone);
  return changeBlocks(digest, own, from).filter(({ kind }) => kind !== "heading");
}
