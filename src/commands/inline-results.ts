import { formatDay } from "../i18n/dates.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { LANGUAGES, type Language } from "../lib/language.ts";
import type { Digest } from "../digest/digest.ts";
import type { InlineCall, InlineResult } from "../platform/conversation.ts";
import { comparable } from "./arguments/option-value.ts";
import { languageFor, zoneFor } from "./asked.ts";
import { completeCity } from "./chat/zone-of.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import type { TalksDesk } from "./desk.ts";
import { composeStatus } from "./reading/status.ts";

const LONGEST_TYPED = 200;
/** What Telegram takes in one answer. */
const MOST_RESULTS = 50;
const ZONE = /^zone(?:\s+|$)/iu;

/** What may be put into any chat: where talks stand, or a city for its time zone. */
export async function inlineResults(
  deps: ConversationDeps,
  { typed, asker }: InlineCall,
): Promise<readonly InlineResult[]> {
  const language = languageFor(null, asker, deps.language);
  const words = typed.slice(0, LONGEST_TYPED).trim();
  if (ZONE.test(words)) {
    return citiesFor(words.replace(ZONE, ""), language, deps);
  }
  const meant = deps.context.talks.filter((desk) => isMeant(desk, words)).slice(0, MOST_RESULTS);
  return Promise.all(meant.map((desk) => standing(desk, language, deps)));
}

/** Cities whose choice sets the time zone of the chat's subscription. */
const citiesFor = (
  typed: string,
  language: Language,
  { context, clock }: ConversationDeps,
): readonly InlineResult[] =>
  completeCity(context.cities, typed, { language, now: clock.now() }).map(
    ({ label, value }, at) => ({
      id: `zone-${at}`,
      title: label,
      description: value,
      content: { kind: "words", words: `/settings set=city to=${value}` },
    }),
  );

/** Nothing typed means all that are followed. */
function isMeant({ names: { dossier } }: TalksDesk, words: string): boolean {
  const wanted = comparable(words).split(" ");
  const known = comparable(
    [dossier.id, ...LANGUAGES.map((language) => dossier.names[language])].join(" "),
  );
  return wanted.every((word) => known.includes(word));
}

async function standing(
  desk: TalksDesk,
  language: Language,
  { clock, context }: ConversationDeps,
): Promise<InlineResult> {
  const { names } = desk;
  const { dossier } = names;
  const timeZone = zoneFor(context, { chat: null, language, talks: desk });
  const now = await desk.digest(clock.now(), null);
  const reader = { language, timeZone };
  const { blocks } = composeStatus(names, now, reader);
  return {
    id: `status-${dossier.id}`.slice(0, 64),
    title: dossier.names[language],
    description: inShort(now, language),
    content: { kind: "message", message: { language, blocks } },
  };
}

function inShort({ phase, nextRound }: Digest, language: Language): string {
  const phrases = catalogOf(language);
  if (phase === null) return phrases.phaseUnknown;
  const label = phrases["phase.label"][phase];
  const date = nextRound?.date ?? null;
  return date === null
    ? label
    : `${label} \u2013 ${phrases["change.round"]({ to: formatDay(language, date) })}`;
}
