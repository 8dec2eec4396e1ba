import { beforeAll, describe, expect, it } from "vitest";
import { alertsOf } from "../../../../src/deliveries/alerts-of.ts";
import type { Digest } from "../../../../src/digest/digest.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { composeAlert, composeCorrected } from "../../../../src/messages/alerts/compose-alert.ts";
import { composeBrief } from "../../../../src/messages/alerts/compose-brief.ts";
import { composeCorrection } from "../../../../src/messages/alerts/compose-correction.ts";
import { composeHeld } from "../../../../src/messages/alerts/compose-held.ts";
import { composeRoundMoment } from "../../../../src/messages/alerts/compose-round-moment.ts";
import type { Reader } from "../../../../src/messages/compose-digest.ts";
import type { Message } from "../../../../src/messages/message.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { readCorpus } from "../../../support/corpus-digests.ts";
import { iranUsNames as names } from "../../../support/digests.ts";

let digestAt: (at: Date, since?: Date) => Digest;
beforeAll(() => {
  digestAt = readCorpus();
});

const at = (iso: string) => digestAt(new Date(iso));
const between = (from: string, to: string) => alertsOf(at(from), at(to));
/** Wednesday 4 February in Muscat: off at half past eight, on again two hours later. */
const CALLED_OFF = ["2026-02-04T16:20:00Z", "2026-02-04T16:30:00Z"] as const;
const ON_AGAIN = ["2026-02-04T18:20:00Z", "2026-02-04T18:30:00Z"] as const;

const event = ["2026-02-06T17:40:00Z", "2026-02-06T17:50:00Z"] as const;
const joined = ["2026-02-05T09:00:00Z", "2026-02-05T09:10:00Z"] as const;
const MOMENTS = {
  "day-before": "2026-02-05T06:00:00Z",
  "hour-before": "2026-02-06T05:00:00Z",
  start: "2026-02-06T06:30:00Z",
  end: "2026-02-06T14:20:00Z",
} as const;

const alertOf = ([from, to]: readonly [string, string], reader: Reader) =>
  composeAlert(names, at(to), between(from, to), reader);

/** All that was told over one night, and what of it still stands in the morning. */
function heldOvernight(reader: Reader): Message {
  const alerts = [
    ...between("2026-02-04T16:00:00Z", CALLED_OFF[1]),
    ...between(CALLED_OFF[1], "2026-02-04T17:30:00Z"),
    ...between("2026-02-04T17:30:00Z", ON_AGAIN[1]),
  ];
  const held = { since: new Date(CALLED_OFF[1]), alerts };
  return composeHeld(names, at("2026-02-05T03:30:00Z"), held, reader);
}

function momentOf(moment: keyof typeof MOMENTS, reader: Reader): Message {
  const round = at(MOMENTS["hour-before"]).nextRound;
  if (round === null) throw new Error("A round was ahead.");
  const digest = at(MOMENTS[moment]);
  const told = { moment, round: digest.nextRound ?? round, form: "brief" } as const;
  return composeRoundMoment(names, digest, told, reader);
}

function correctionOf(reader: Reader): Message {
  const [alert] = between(...CALLED_OFF);
  if (alert === undefined) throw new Error("The talks were called off.");
  return composeCorrection(names, at(ON_AGAIN[1]), { alert, at: new Date(CALLED_OFF[1]) }, reader);
}

const eve = () => digestAt(new Date("2026-02-05T18:00:00Z"), new Date("2026-02-04T18:00:00Z"));

const MESSAGES: Readonly<Record<string, (reader: Reader) => Message>> = {
  "called-off": (reader) => alertOf(CALLED_OFF, reader),
  "on-again": (reader) => alertOf(ON_AGAIN, reader),
  event: (reader) => alertOf(event, reader),
  joined: (reader) => alertOf(joined, reader),
  held: heldOvernight,
  correction: correctionOf,
  corrected: (reader) => composeCorrected(names, at(CALLED_OFF[1]), between(...CALLED_OFF), reader),
  "moment-day-before": (reader) => momentOf("day-before", reader),
  "moment-hour-before": (reader) => momentOf("hour-before", reader),
  "moment-start": (reader) => momentOf("start", reader),
  "moment-end": (reader) => momentOf("end", reader),
  brief: (reader) => composeBrief(names, eve(), reader),
};

describe.each(LANGUAGES)("in %s reads as approved", (language) => {
  it.each(Object.entries(MESSAGES))("%s", async (name, compose) => {
    const text = `${renderText(compose({ language, timeZone: "Asia/Tehran" }))}\n`;
    await expect(text).toMatchFileSnapshot(`../../../golden/alerts/${name}.${language}.txt`);
  });
});
