import { z } from "zod";
import type { CardContents, CardStatus } from "../cards/card-contents.ts";
import type { CardRound } from "../cards/card-round.ts";
import type { ChartRound } from "../cards/chart-days.ts";
import { LanguageSchema } from "../lib/language.ts";
import type { Picture } from "../messages/message.ts";
import { CalendarDateJson } from "./fact-json.ts";

const Text = z.string();

const CardStatusJson: z.ZodType<CardStatus> = z.strictObject({
  since: Text,
  level: z.enum(["low", "medium", "high"]),
  confidence: Text,
  tone: z.enum(["bright", "plain", "warning"]),
  isLone: z.boolean(),
  unreported: Text.nullable(),
  dispute: Text.nullable(),
});

const CardRoundJson: z.ZodType<CardRound> = z.strictObject({
  heading: Text,
  when: Text,
  where: Text,
  countdown: Text,
  ground: Text,
  caution: Text,
  names: z.array(Text),
});

const ChartRoundJson: z.ZodType<ChartRound> = z.strictObject({
  date: CalendarDateJson,
  kind: z.enum(["held", "underway", "expected", "doubtful"]),
});

const CardJson: z.ZodType<CardContents> = z.strictObject({
  language: LanguageSchema,
  talks: Text,
  asOf: Text,
  phase: Text,
  status: CardStatusJson.nullable(),
  round: CardRoundJson.nullable(),
  delegations: z.array(z.strictObject({ party: Text, people: z.array(Text) })),
  delegationsHeading: Text,
  series: z.array(z.strictObject({ date: CalendarDateJson, value: z.number() })),
  rounds: z.array(ChartRoundJson),
  sources: Text,
  isThin: z.boolean(),
  unread: Text.nullable(),
});

/** A picture out of the database: a card of just the parts that this program draws. */
export const PictureJson: z.ZodType<Picture> = z.strictObject({
  card: CardJson,
  alt: Text,
  caption: Text,
});
