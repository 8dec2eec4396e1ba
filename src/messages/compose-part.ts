import type { Digest } from "../digest/digest.ts";
import { formatInstant } from "../i18n/dates.ts";
import type { Reader } from "./compose-digest.ts";
import { footerBlocks } from "./digest/footer.ts";
import { createWording, type Names, type Wording } from "./digest/wording.ts";
import { type Block, type Message, text } from "./message.ts";
import { citedIn, numberCitations } from "./number-citations.ts";

/** Writes some blocks of a digest. */
export type TellPart = (digest: Digest, wording: Wording) => readonly Block[];

/** Writes a part of a digest as a message, with the sources that this part cites, which count from 1. */
export function composePart(names: Names, digest: Digest, reader: Reader, tell: TellPart): Message {
  const { language, timeZone } = reader;
  const whole = createWording(names, digest, language, timeZone);
  const cited = new Set(tell(digest, whole).flatMap(citedIn));
  const part = { ...digest, sources: digest.sources.filter(({ n }) => cited.has(n)) };
  const { sourcesBehind } = whole;
  const wording = { ...createWording(names, part, language, timeZone), sourcesBehind };
  return {
    language,
    blocks: numberCitations([
      ...openingBlocks(part, wording, names),
      ...tell(part, wording),
      ...footerBlocks(part, wording),
    ]),
  };
}

/** The talks' name, and the instant at which things stand so. */
export function openingBlocks(
  { at }: Pick<Digest, "at">,
  { phrases, language, timeZone, comma, zone }: Wording,
  { dossier }: Names,
): [Block, Block] {
  const now = new Date(at);
  const when = [formatInstant(language, now, timeZone), zone(timeZone, now)].join(comma);
  return [
    { kind: "title", text: phrases.title({ talks: dossier.names[language] }) },
    { kind: "paragraph", spans: [text(when)] },
  ];
}
