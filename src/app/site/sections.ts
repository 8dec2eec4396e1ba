import { glanceBlocks } from "../../commands/reading/positions-glance.ts";
import { type TimelineStep, stepItem } from "../../commands/reading/timeline-item.ts";
import { paragraph } from "../../commands/say.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { siteCatalogOf } from "../../i18n/site/catalog.ts";
import { disputeBlocks } from "../../messages/digest/disputes.ts";
import { pressureBlocks } from "../../messages/digest/events.ts";
import { coverageBlock } from "../../messages/digest/footer.ts";
import { stanceBlocks, translationBlocks } from "../../messages/digest/narration.ts";
import { delegationBlocks, quoteBlock } from "../../messages/digest/sides.ts";
import { createWording, type Wording } from "../../messages/digest/wording.ts";
import type { Block } from "../../messages/message.ts";
import type { PageSection } from "../../platform/site.ts";
import { changesByDay } from "./changes-by-day.ts";
import type { Snapshot } from "./snapshot.ts";

/** The parts of a page under the lead, in the order in which they are read. */
export function sectionsOf(snapshot: Snapshot, wording: Wording): readonly PageSection[] {
  const { digest } = snapshot;
  const { phrases, language } = wording;
  const commands = commandCatalogOf(language);
  const site = siteCatalogOf(language);
  return [
    section("changes", phrases["heading.changes"], changesByDay(snapshot, wording)),
    section("positions", phrases["heading.positions"], positionsOf(snapshot, wording), {
      otherwise: commands["positions.none"],
    }),
    section("delegations", phrases["heading.delegations"], delegationBlocks(digest, wording), {
      otherwise: commands["delegations.none"],
    }),
    section("pressure", phrases["heading.pressure"], pressureBlocks(digest, wording), {
      otherwise: commands["pressure.none"],
    }),
    section("disputes", phrases["heading.disputes"], disputeBlocks(digest, wording), {
      otherwise: site["disputes.none"],
    }),
    section("timeline", commands["timeline.title"], timelineOf(snapshot, wording), {
      otherwise: commands["timeline.none"],
    }),
    section("sources", phrases["heading.sources"], [coverageBlock(digest, wording)]),
  ];
}

/** The composers give their headings too; a page has them already. */
function section(
  id: string,
  heading: string,
  blocks: readonly Block[],
  { otherwise = "" }: { readonly otherwise?: string } = {},
): PageSection {
  const told = blocks.filter((block) => block.kind !== "heading");
  return { id, heading, blocks: told.length > 0 ? told : [paragraph(otherwise)] };
}

/** The tones side by side, then each side's own words. */
function positionsOf({ digest }: Snapshot, wording: Wording): Block[] {
  const words = digest.positions.flatMap(({ party, statements }): Block[] => {
    const [first, ...rest] = [
      ...stanceBlocks(digest, party, wording),
      ...statements.flatMap((statement) => [
        quoteBlock(statement, wording),
        ...translationBlocks(digest, statement.text, wording),
      ]),
    ];
    if (first === undefined) return [];
    return [{ kind: "details", summary: wording.actor(party), blocks: [first, ...rest] }];
  });
  return [...glanceBlocks(digest, wording), ...words];
}

/** Steps told outright; those before them are folded away. */
const STEPS_SHOWN = 8;
const MOST_STEPS = 60;

function timelineOf({ names, timeline }: Snapshot, wording: Wording): Block[] {
  const steps = timeline
    .map((entry, at): TimelineStep => ({ entry, before: timeline[at - 1] ?? null }))
    .toReversed()
    .slice(0, MOST_STEPS);
  const items = steps.map((step) => {
    const { sources } = step.entry;
    const own = createWording(names, { sources }, wording.language, wording.timeZone);
    return stepItem(step, sources, own);
  });
  const [shown, earlier] = [items.slice(0, STEPS_SHOWN), items.slice(STEPS_SHOWN)];
  const summary = siteCatalogOf(wording.language)["timeline.earlier"];
  return [
    ...(shown.length === 0 ? [] : [{ kind: "list", items: shown } as const]),
    ...(earlier.length === 0
      ? []
      : [
          {
            kind: "details",
            summary,
            blocks: [{ kind: "list", items: earlier } as const],
          } as const,
        ]),
  ];
}
