import { LANGUAGES } from "../../../src/lib/language.ts";
import type { Floor } from "../floor.ts";
import { isHeldOut, readCases, SETS, type SetName } from "./case.ts";
import { openArchive } from "./claims-at.ts";
import { measureFaithfulness, type Moment } from "./faithfulness.ts";
import { judgeCases, scoresOf, type Share } from "./judge.ts";
import { faithfulnessLines, setTable, mistakeLines } from "./report.ts";

/** The least that each figure of the model's evaluation may be. */
export const MODEL_FLOOR = new URL("floor.json", import.meta.url);

/**
 * Scores what stands between a language model and a reader, tells of it, and gives the figures. The
 * mistakes of what is held out are counted and never shown.
 */
export async function scoreModel(
  print: (text: string) => void,
  { showsMistakes }: { readonly showsMistakes: boolean },
): Promise<Floor> {
  const archive = openArchive();
  const figures: Floor = {};
  for (const name of SETS) {
    const sentences = judgeCases(readCases(name), archive);
    print(`${setTable(name, sentences)}\n`);
    if (showsMistakes && !isHeldOut(name)) print(`${mistakeLines(sentences)}\n`);
    const { caught, dropped } = scoresOf(sentences);
    figures[`${name}/lies caught`] = shareOf(caught.get("all"));
    figures[`${name}/honest kept`] = 1 - shareOf(dropped);
  }
  const faithfulness = await measureFaithfulness(archive, momentsOf(SETS), LANGUAGES);
  print(faithfulnessLines(faithfulness));
  if (showsMistakes) for (const { kind, text } of faithfulness.lies) print(`  ${kind}\t${text}`);
  const { told, lies } = faithfulness;
  figures["faithfulness"] = told === 0 ? 1 : (told - lies.length) / told;
  return figures;
}

const shareOf = (share: Share | undefined): number =>
  share === undefined || share.of === 0 ? 0 : share.count / share.of;

/** The moments that sets are about, each once, in order. */
function momentsOf(sets: readonly SetName[]): Moment[] {
  const cases = sets.flatMap(readCases);
  const moments = new Map(cases.map(({ news, at }) => [`${news} ${at}`, { news, at }]));
  return [...moments].toSorted(([a], [b]) => a.localeCompare(b)).map(([, moment]) => moment);
}
