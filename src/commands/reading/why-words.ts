import type { PhaseWord } from "../../digest/grounds.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatNumber } from "../../i18n/locale.ts";
import { plainLine } from "../../i18n/direction.ts";
import { whoOf } from "../../messages/digest/round.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, text } from "../../messages/message.ts";
import { shorten } from "../../messages/quotation.ts";

const LONGEST_SENTENCE = 400;

/** A sentence that a phase rests on: whose, how much it weighs, and where it was read. */
export function wordBlock({ source, attribution, weight }: PhaseWord, wording: Wording): Block[] {
  const { language, comma, phrases } = wording;
  const share = formatNumber(language, Math.round(weight * 100));
  const facts = [
    phrases["source.tier"][source.tier],
    originOf(attribution, wording),
    commandCatalogOf(language)["why.weight"]({ weight: share }),
  ].join(comma);
  return source.evidence.slice(0, 1).map(({ text: words }): Block => ({
    kind: "quote",
    introduction: [text(`${wording.person(source.source)} (${facts})`)],
    text: shorten(plainLine(words), LONGEST_SENTENCE),
    lang: source.lang,
    direct: false,
    citations: wording.citations([source.n]),
  }));
}

function originOf(attribution: PhaseWord["attribution"], wording: Wording): string {
  const phrases = commandCatalogOf(wording.language);
  switch (attribution.kind) {
    case "joint":
      return wording.phrases.confirmation["joint-text"];
    case "party":
    case "mediator":
    case "other-actor":
      return phrases["why.by"]({ who: whoOf(attribution.person ?? attribution.actor, wording) });
    case "outlet":
      return phrases["why.byOutlet"]({ who: wording.person(attribution.outlet) });
    case "anonymous":
      return phrases["why.byAnonymous"];
    case "article":
      return phrases["why.by.own"];
  }
}
