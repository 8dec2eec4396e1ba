import type { Digest } from "../digest/digest.ts";
import { summarize, type FeedCoverage } from "../digest/summarize.ts";
import type { Language } from "../lib/language.ts";
import { composeDigest, type Reader } from "../messages/compose-digest.ts";
import { renderHtml } from "../messages/render-html.ts";
import { renderMarkdown } from "../messages/render-markdown.ts";
import { renderText } from "../messages/render-text.ts";
import { assess } from "../talks/assessment.ts";
import type { TalksLog } from "../talks/talks-log.ts";
import type { Core } from "./core.ts";
import type { Format } from "./formats.ts";

/** No feed stands behind articles that were given by hand. */
export const NO_FEEDS: FeedCoverage = { read: 0, stale: 0, failed: 0 };

/** Who reads on the terminal, and the talks' own time zone where none is wished for. */
export const readerOf = (
  { names }: Core,
  { lang, tz }: { readonly lang: Language; readonly tz?: string },
): Reader => ({ language: lang, timeZone: tz ?? names.dossier.timeZone });

/** What a digest is told with; `told` is what the reader was told last, when no `since` is given. */
export type TellOptions = {
  readonly since: Date | null;
  readonly feeds: FeedCoverage;
  readonly told?: Digest | null;
};

/** The digest of a log's reports at an instant, with what changed since an earlier one. */
export function digestAt(core: Core, log: TalksLog, at: Date, options: TellOptions): Digest {
  const { dossier } = core.names;
  const tell = (instant: Date, previous: Digest | null) =>
    summarize(dossier, assess(dossier, log.stateAt(instant), instant), options.feeds, previous);
  return tell(at, options.since === null ? (options.told ?? null) : tell(options.since, null));
}

/** A digest in the form asked for. */
export async function printDigest(
  { names }: Core,
  digest: Digest,
  format: Format,
  reader: Reader,
): Promise<string> {
  const message = () => composeDigest(names, digest, reader);
  switch (format) {
    case "json":
      return asJson(digest);
    case "text":
      return renderText(message());
    case "markdown":
      return renderMarkdown(message());
    case "html":
      return renderHtml(message());
    case "telegram": {
      const { renderTelegram } = await import("../../adapters/telegram/render.ts");
      const controls = { forms: [], inline: false };
      return asJson(renderTelegram(message(), { kind: "rich", pictured: true }, controls));
    }
    case "discord": {
      const { renderDiscord } = await import("../../adapters/discord/render.ts");
      return asJson(renderDiscord(message(), "rich"));
    }
  }
}

const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
