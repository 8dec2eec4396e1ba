import { describe, expect, it } from "vitest";
import { renderTelegram } from "../../../../adapters/telegram/render.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { composeDigest } from "../../../../src/messages/compose-digest.ts";
import { iranUsNames, RICH_DIGEST } from "../../../support/digests.ts";

describe.each(LANGUAGES)("the digest of the eve of a round in %s, in Telegram", (language) => {
  const message = composeDigest(iranUsNames, RICH_DIGEST, { language, timeZone: "Asia/Tehran" });

  it.each([
    ["rich", { kind: "rich", pictured: false }],
    ["simple", { kind: "classic", localTimes: true, pictured: false }],
  ] as const)("reads as approved in %s markup", async (style, writing) => {
    const parts = renderTelegram(message, writing, { forms: [], inline: true });
    const html = parts
      .map((part) => ("html" in part ? part.html : part.kind))
      .join("\n\n--------\n\n")
      // A block a line, to be read and compared.
      .replaceAll(/(?<=<\/(?:h1|h3|p|li|blockquote|details|summary)>)(?=<)/g, "\n");
    await expect(`${html}\n`).toMatchFileSnapshot(
      `../../../golden/telegram/${style}.${language}.html`,
    );
  });
});
