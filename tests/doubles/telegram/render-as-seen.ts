import type { Account, Chat, Content } from "./chat.ts";
import { layOutClassic } from "./lay-out-classic.ts";
import { layOutBlocks } from "./lay-out-rich.ts";
import type { Look } from "./lay-out-rich.ts";
import { seenMessage } from "./seen.ts";
import type { SeenMessage } from "./seen.ts";
import { hang, wrap } from "./text-layout.ts";

/** How a chat is to be drawn. */
export type Drawing = {
  /** Whose language and zone count; in a private chat the person's own by default, else English in UTC. */
  readonly reader?: Pick<Account, "language" | "zone">;
  readonly now: Date;
  readonly columns?: number;
  /** Show what is folded as if the reader had tapped it. */
  readonly unfolded?: boolean;
  /** Leave out messages before this one. */
  readonly fromId?: number;
};

/** A picture of a chat for a terminal, as its reader sees it, in 78 columns or as many as asked for. */
export function renderAsSeen(chat: Chat, drawing: Drawing): string {
  const { columns = 78, now, unfolded = false, fromId = 0 } = drawing;
  const reader = drawing.reader ?? chat.person ?? { language: "en", zone: "UTC" };
  const look: Look = { ...reader, now, unfolded };
  const messages = chat.messages.filter(
    ({ id, content }) => id >= fromId && content.kind !== "service",
  );
  const drawn = messages.map((message) =>
    [
      header(chat, seenMessage(message), timeOf(message.date, look)),
      ...body(seenMessage(message), look, columns - 2),
    ].join("\n"),
  );
  return [`\u2500\u2500 ${chat.title} (${chat.type}) `.padEnd(columns, "\u2500"), ...drawn].join(
    "\n\n",
  );
}

const timeOf = (date: number, { language, zone }: Look) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(
    new Date(date * 1000),
  );

function header(chat: Chat, message: SeenMessage, time: string): string {
  const name = message.from === "bot" ? "Parley" : (message.from ?? chat.title);
  const topic = message.thread === null ? null : (chat.topics.get(message.thread)?.name ?? null);
  return [
    message.viaBot ? `${name} via Parley` : name,
    ...(topic === null ? [] : [`in ${topic}`]),
    time,
    ...(message.edited ? ["edited"] : []),
  ].join(" \u00b7 ");
}

function body({ content, buttons }: SeenMessage, look: Look, columns: number): string[] {
  const rows = buttons.map((row) => row.map((label) => `[ ${label} ]`).join(" "));
  return [
    ...layOutContent(content, look, columns),
    ...rows.flatMap((row, index) => [...(index === 0 ? [""] : []), ...wrap(row, columns)]),
  ].map((line) => `  ${line}`.trimEnd());
}

function layOutContent(content: Content, look: Look, columns: number): string[] {
  switch (content.kind) {
    case "text":
      return layOutClassic(content, look, columns);
    case "rich":
      return layOutBlocks(content.rich.blocks, look, columns);
    case "file": {
      const file = `document: ${content.name}`;
      const caption = layOutClassic(content.caption, look, columns);
      return [
        ...hang("\u25a4 ", wrap(file, columns - 2)),
        ...(content.caption.text === "" ? [] : caption),
      ];
    }
    case "photo": {
      const words = layOutClassic(content.caption, look, columns).join(" ").trim();
      return wrap(words === "" ? "[picture]" : `[picture: ${words}]`, columns);
    }
    case "service":
      return [];
  }
}
