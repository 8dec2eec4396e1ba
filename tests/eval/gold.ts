import { readFileSync } from "node:fs";
import { z } from "zod";
import { LanguageSchema } from "../../src/lib/language.ts";
import type { CorpusItem } from "./corpus.ts";
import { textOf } from "./corpus.ts";

/** `optional` marks what an honest reader may or may not find; it is never counted for or against. */
const Labelled = { quote: z.string().min(1), optional: z.boolean().default(false) };

const Meeting = z.strictObject({
  ...Labelled,
  date: z.iso.date().nullable(),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  timeZone: z.string().nullable(),
  venue: z.strictObject({ city: z.string().nullable(), country: z.string().nullable() }).nullable(),
  format: z.enum(["direct", "indirect"]).nullable(),
  status: z.string(),
  background: z.boolean().default(false),
});

const Delegation = z.strictObject({
  ...Labelled,
  party: z.string(),
  /** `head` is null for who stands first while nobody is said to lead: either answer is right. */
  members: z.array(z.strictObject({ person: z.string(), head: z.boolean().nullable() })).min(1),
});

const Statement = z.strictObject({
  optional: z.boolean().default(false),
  /** One name, null for an unnamed speaker, or every answer that is right. */
  speaker: z.union([z.string().nullable(), z.array(z.string().nullable()).min(1)]),
  party: z.string().nullable(),
  direct: z.boolean(),
  topic: z.string().nullable(),
  stance: z.string(),
  text: z.string().min(1),
});

const Event = z.strictObject({
  ...Labelled,
  type: z.string(),
  source: z.string(),
  target: z.string(),
  date: z.iso.date().nullable(),
  background: z.boolean(),
});

const GoldLine = z.strictObject({
  id: z.string(),
  lang: LanguageSchema,
  relevant: z.boolean(),
  duplicateOf: z.string().nullable(),
  phase: z.union([z.string().nullable(), z.array(z.string().nullable()).min(1)]),
  meetings: z.array(Meeting),
  delegations: z.array(Delegation),
  statements: z.array(Statement),
  events: z.array(Event),
});

/** What one article asserts, as labelled by hand; quotes stand for evidence spans. */
export type GoldLine = z.output<typeof GoldLine>;

/** Reads a file of labels. */
export function readGold(path: string | URL): GoldLine[] {
  return z.array(GoldLine).parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Ids and quotes of labels that the items do not bear out; empty when corpus and gold agree. */
export function unfoundQuotes(items: readonly CorpusItem[], gold: readonly GoldLine[]): string[] {
  const texts = new Map(items.map((item) => [item.id, textOf(item)]));
  return gold.flatMap((line) => {
    const text = texts.get(line.id);
    if (text === undefined) return [`${line.id}: no such item`];
    return quotesOf(line)
      .filter((quote) => !text.includes(quote))
      .map((quote) => `${line.id}: ${quote}`);
  });
}

function quotesOf(line: GoldLine): string[] {
  return [
    ...line.meetings.map((meeting) => meeting.quote),
    ...line.delegations.map((delegation) => delegation.quote),
    ...line.events.map((event) => event.quote),
    ...line.statements.map((statement) => statement.text),
  ];
}
