import { createHash } from "node:crypto";
import { plainLine } from "../../src/i18n/direction.ts";
import { shorten } from "../../src/messages/quotation.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import type { InlineResult } from "../../src/platform/conversation.ts";
import { askerOf } from "./callers.ts";
import { addressOf } from "./chat-ids.ts";
import type { Handling } from "./handling.ts";
import { commandLine, type InlineWords, readInlineWords } from "./inline-words.ts";
import { MAX_INLINE_RESULTS } from "./limits.ts";
import type { TextPart } from "./part.ts";
import { richMessageOf } from "./send.ts";
import type { InlineQuery } from "./updates.ts";

/** Talks move; what was true a minute ago must not be shared as news. */
const CACHED_SECONDS = 10;

/** Answers what someone types after our name: the words of a search, or anything to share. */
export async function answerInline(query: InlineQuery, handling: Handling): Promise<void> {
  const { commands, conversation } = handling;
  const words = readInlineWords(query.query, commands);
  const found =
    words === null
      ? await conversation.inline({ typed: query.query, asker: askerOf(query.from) })
      : await completions(words, query, handling);
  const results = found.slice(0, MAX_INLINE_RESULTS);
  if (!(await answerAs("rich", query, results, handling)))
    await answerAs("simple", query, results, handling);
}

/** Whether the answer was taken, or lost for other reasons than its markup. */
async function answerAs(
  style: RenderStyle,
  query: InlineQuery,
  results: readonly InlineResult[],
  { call, signal, speaker }: Handling,
): Promise<boolean> {
  const answer = await call(
    "answerInlineQuery",
    {
      inline_query_id: query.id,
      results: results.map((result) => articleOf(result, style, speaker)),
      cache_time: CACHED_SECONDS,
      is_personal: true,
    },
    { signal },
  );
  if (answer.kind === "ok") return true;
  const { failure } = answer;
  const reason = failure.kind === "answered" ? failure.description : failure.reason;
  speaker.log.debug("inline answer not taken", { style, reason });
  return failure.kind !== "answered" || failure.code !== 400 || reason.includes("query is too old");
}

function articleOf(result: InlineResult, style: RenderStyle, { render }: Handling["speaker"]) {
  const title = shorten(plainLine(result.title), 200) || "\u2026";
  const article = {
    type: "article",
    id: Buffer.byteLength(result.id) <= 64 && result.id !== "" ? result.id : hashOf(result.id),
    title,
    description: shorten(plainLine(result.description), 300),
  };
  const { content } = result;
  if (content.kind === "words")
    return { ...article, input_message_content: { message_text: content.words || title } };
  // Buttons that give commands have no chat to give them in where the message will stand, and an
  // article holds words alone.
  const { language, blocks } = content.message;
  const [part] = render({ language, blocks }, style, false);
  return {
    ...article,
    input_message_content:
      part.kind === "rich" || part.kind === "classic" ? contentOf(part) : { message_text: title },
  };
}

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");

const contentOf = (part: TextPart) =>
  part.kind === "rich"
    ? { rich_message: richMessageOf(part) }
    : {
        message_text: part.html,
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
      };

/** Each value that may complete the option, as the command that a tap then sends. */
async function completions(
  { call, fills, typed }: InlineWords,
  query: InlineQuery,
  { conversation, me }: Handling,
): Promise<readonly InlineResult[]> {
  const mention = me.username === null ? "" : `@${me.username}`;
  const resultOf = (label: string, options: Readonly<Record<string, string>>): InlineResult => {
    const words = commandLine({ command: call.command, options }, mention);
    return { id: hashOf(words), title: label, description: "", content: { kind: "words", words } };
  };
  if (fills === null) return [resultOf(commandLine(call), call.options)];
  const from = addressOf(query.from.id, null);
  const found = await conversation.complete({
    name: call.command,
    option: fills,
    typed,
    given: call.options,
    from,
    asker: askerOf(query.from),
  });
  return found.map(({ label, value }) => resultOf(label, { ...call.options, [fills]: value }));
}
