import type { Digest } from "../../digest/digest.ts";
import { alertCatalogOf } from "../../i18n/alerts/catalog.ts";
import type { AlertCatalog } from "../../i18n/alerts/en.ts";
import { formatInstant } from "../../i18n/dates.ts";
import type { Reader } from "../compose-digest.ts";
import type { Control, ControlRow } from "../control.ts";
import { footerBlocks, sourceBlocks } from "../digest/footer.ts";
import { createWording, type Names, type Wording } from "../digest/wording.ts";
import type { Block, Message } from "../message.ts";
import { citedIn, numberCitations } from "../number-citations.ts";

/** The words of a digest, with the phrases of alerts beside them. */
export type AlertWording = Wording & { readonly alerts: AlertCatalog };

/** What a message says beneath its title, and how it ends. */
export type Telling = {
  readonly digest: Digest;
  readonly tell: (digest: Digest, wording: AlertWording) => readonly Block[];
  /** `coverage` ends with what was read, too. */
  readonly end: "sources" | "coverage";
};

/** The talks' name, the instant, what is told, and the sources that this cites, which count from 1. */
export function frame(names: Names, reader: Reader, { digest, tell, end }: Telling): Message {
  const cited = new Set(tell(digest, wordingOf(names, digest, reader)).flatMap(citedIn));
  const part = { ...digest, sources: digest.sources.filter(({ n }) => cited.has(n)) };
  const sourcesBehind = digest.sources.length;
  const wording = { ...wordingOf(names, part, reader), sourcesBehind };
  return {
    language: reader.language,
    blocks: numberCitations([
      {
        kind: "title",
        text: wording.phrases.title({ talks: names.dossier.names[reader.language] }),
      },
      { kind: "paragraph", spans: [momentSpan(new Date(digest.at), wording)] },
      ...tell(part, wording),
      ...(end === "coverage" ? footerBlocks(part, wording) : sourceBlocks(part, wording)),
    ]),
    controls: [controlsOf(digest.talks, wording.alerts)],
  };
}

const wordingOf = (names: Names, digest: Digest, { language, timeZone }: Reader): AlertWording => ({
  ...createWording(names, digest, language, timeZone),
  alerts: alertCatalogOf(language),
});

/** An instant in full, with whose clock it is on. */
const momentSpan = (at: Date, { language, timeZone, comma, zone }: Wording) =>
  ({
    kind: "time",
    at,
    text: [formatInstant(language, at, timeZone), zone(timeZone, at)].join(comma),
  }) as const;

function controlsOf(talks: string, alerts: AlertCatalog): ControlRow {
  const button = (label: string, command: string): Control => ({
    kind: "button",
    label,
    call: { command, options: command === "settings" ? {} : { talks } },
    weight: "plain",
  });
  return [
    button(alerts["button.why"], "why"),
    button(alerts["button.status"], "status"),
    button(alerts["button.settings"], "settings"),
  ];
}
