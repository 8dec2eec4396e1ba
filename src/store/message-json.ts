import { z } from "zod";
import { LanguageSchema } from "../lib/language.ts";
import type { Call, Control, ControlRow } from "../messages/control.ts";
import type { Block, Message, MessageFile, Span } from "../messages/message.ts";
import { PictureJson } from "./picture-json.ts";

const Text = z.string();
const Instant = z.iso.datetime().transform((iso) => new Date(iso));

const SpanJson: z.ZodType<Span> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("text"), text: Text }),
  z.looseObject({ kind: z.literal("strong"), text: Text }),
  z.looseObject({ kind: z.literal("link"), text: Text, url: Text }),
  z.looseObject({ kind: z.literal("citation"), n: z.number(), url: Text }),
  z.looseObject({ kind: z.literal("command"), name: Text }),
  z.looseObject({
    kind: z.literal("time"),
    at: Instant,
    text: Text,
    isDistance: z.boolean().exactOptional(),
  }),
]);

const SpansJson = z.array(SpanJson);

const BlockJson: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.looseObject({ kind: z.literal("title"), text: Text }),
    z.looseObject({ kind: z.literal("heading"), text: Text }),
    z.looseObject({ kind: z.literal("paragraph"), spans: SpansJson }),
    z.looseObject({ kind: z.literal("list"), items: z.array(SpansJson) }),
    z.looseObject({
      kind: z.literal("quote"),
      introduction: SpansJson,
      text: Text,
      lang: LanguageSchema,
      direct: z.boolean(),
      citations: SpansJson,
    }),
    z.looseObject({
      kind: z.literal("table"),
      columns: z.array(Text),
      rows: z.array(z.array(SpansJson)),
    }),
    z.looseObject({ kind: z.literal("details"), summary: Text, blocks: BlocksJson }),
  ]),
);

const BlocksJson = z.tuple([BlockJson], BlockJson);

const CallJson: z.ZodType<Call> = z.looseObject({ command: Text, options: z.record(Text, Text) });

const ControlJson: z.ZodType<Control> = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("button"),
    label: Text,
    call: CallJson,
    weight: z.enum(["primary", "plain", "danger"]),
  }),
  z.looseObject({ kind: z.literal("link"), label: Text, url: Text }),
  z.looseObject({
    kind: z.literal("select"),
    label: Text,
    call: CallJson,
    fills: Text,
    choices: z.array(z.looseObject({ label: Text, value: Text, chosen: z.boolean() })),
  }),
  z.looseObject({
    kind: z.literal("search"),
    label: Text,
    call: CallJson,
    fills: Text,
    question: Text,
  }),
]);

const RowJson: z.ZodType<ControlRow> = z.tuple([ControlJson], ControlJson);

const FileJson: z.ZodType<MessageFile> = z.looseObject({
  name: Text,
  mediaType: Text,
  content: Text,
});

/**
 * A message out of the database; JSON writes its instants in ISO 8601. A picture that another version of this
 * program wrote is left out: the words say all of it.
 */
export const MessageJson: z.ZodType<Message> = z
  .looseObject({
    language: LanguageSchema,
    blocks: BlocksJson,
    controls: z.array(RowJson).exactOptional(),
    files: z.array(FileJson).exactOptional(),
  })
  .transform(({ picture, ...words }): Message => {
    const read = PictureJson.safeParse(picture);
    return read.success ? { ...words, picture: read.data } : words;
  });
