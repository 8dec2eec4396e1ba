import type { Chat, Content, StoredMessage } from "./chat.ts";
import { textOf } from "./json.ts";
import type { Photo } from "./photo.ts";
import { tappableIn } from "./tappable.ts";
import { plainRichText } from "./rich-blocks.ts";
import type { RichBlock } from "./rich-blocks.ts";

/** A message as the chat shows it now. */
export type SeenMessage = {
  /** Addresses behind words that the bot made links of. */
  readonly links: readonly string[];
  /** Bare words that clients make tappable by themselves: addresses, mentions, commands, tags. */
  readonly detected: readonly string[];
  readonly id: number;
  /** `bot`, or the name of the person, or null for what the server says itself. */
  readonly from: string | null;
  readonly viaBot: boolean;
  readonly thread: number | null;
  /** Words without markup; blocks of a rich message on lines of their own. */
  readonly text: string;
  readonly content: Content;
  /** Labels of the inline buttons, by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly edited: boolean;
  readonly document: { readonly name: string; readonly content: string } | null;
  /** A photo, with its bytes as they were uploaded; its caption is `text`. */
  readonly photo: Photo | null;
  readonly silent: boolean;
  readonly replyMarkup: StoredMessage["replyMarkup"];
};

/** All messages of a chat as it shows them now, oldest first. */
export const seenIn = (chat: Chat): SeenMessage[] => chat.messages.map(seenMessage);

/** One message as its chat shows it now. */
export function seenMessage(message: StoredMessage): SeenMessage {
  const { content } = message;
  return {
    ...tappableIn(content),
    id: message.id,
    from: message.byBot ? "bot" : (message.from?.name ?? null),
    viaBot: message.viaBot,
    thread: message.thread,
    text: plainContent(content),
    content,
    buttons: message.keyboard.map((row) => row.map((button) => textOf(button, "text") ?? "")),
    edited: message.editedAt !== null,
    document:
      content.kind === "file"
        ? { name: content.name, content: content.content?.toString("utf8") ?? "" }
        : null,
    photo: content.kind === "photo" ? content.photo : null,
    silent: message.silent,
    replyMarkup: message.replyMarkup,
  };
}

function plainContent(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "file":
    case "photo":
      return content.caption.text;
    case "rich":
      return content.rich.blocks.map(plainBlock).join("\n");
    case "service":
      return "";
  }
}

/** The words of a block, with its parts on lines of their own. */
function plainBlock(block: RichBlock): string {
  switch (block.type) {
    case "list":
      return block.items
        .map(({ label, blocks }) => `${label} ${blocks.map(plainBlock).join("\n")}`)
        .join("\n");
    case "table":
      return block.cells
        .map((row) => row.map(({ text }) => plainRichText(text)).join(" | "))
        .join("\n");
    case "details":
      return [plainRichText(block.summary), ...block.blocks.map(plainBlock)].join("\n");
    case "blockquote":
      return [...block.blocks.map(plainBlock), plainRichText(block.credit ?? "")]
        .filter((line) => line !== "")
        .join("\n");
    case "paragraph":
    case "heading":
    case "footer":
    case "pre":
    case "pullquote":
      return plainRichText(block.text);
    case "mathematical_expression":
      return block.expression;
    case "divider":
    case "anchor":
      return "";
    case "photo":
    case "video":
    case "audio":
    case "map":
    case "collage":
    case "slideshow":
      return "caption" in block ? plainRichText(block.caption ?? "") : "";
  }
}
