import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { loadPlaces } from "../../../../src/config/load-places.ts";
import { createDateFinder } from "../../../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../../../src/facts/dates/date-lexicon.ts";
import { loadEventLexicons } from "../../../../src/facts/events/event-lexicon.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import { createChecker } from "../../../../src/summarize/check/checker.ts";
import { loadGrammars } from "../../../../src/summarize/grammar/grammar.ts";
import { loadSenseWords } from "../../../../src/summarize/check/sense-words.ts";
import { loadSurfaceWords } from "../../../../src/summarize/check/surface-words.ts";
import type { Checker } from "../../../../src/summarize/verdict.ts";

/** The whole checker of one set of talks, as the program has it. */
export function loadChecker(talks = "iran-us"): Checker {
  const lexicons = loadLexicons("seeds/lexicon", ["talks", "speech"]);
  const eventLexicons = loadEventLexicons("seeds/lexicon");
  const dateLexicons = loadDateLexicons("seeds/lexicon");
  const dossier = loadDossier(`seeds/talks/${talks}.yaml`);
  const places = loadPlaces("seeds/places.yaml");
  const reader = createReader(dossier, places, lexicons);
  const dates = createDateFinder(dateLexicons, lexicons);
  return createChecker({
    reader,
    dates,
    names: { dossier, places },
    grammars: loadGrammars("seeds/wordings"),
    dateLexicons,
    surfaceWords: loadSurfaceWords("seeds/checks"),
    senseWords: loadSenseWords("seeds/checks"),
    eventLexicons,
  });
}
