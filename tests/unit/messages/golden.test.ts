import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { composeDigest } from "../../../src/messages/compose-digest.ts";
import { renderHtml } from "../../../src/messages/render-html.ts";
import { renderMarkdown } from "../../../src/messages/render-markdown.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import { EMPTY_DIGEST, iranUsNames, ONE_MANS_WORD, RICH_DIGEST } from "../../support/digests.ts";

const RENDERERS = { txt: renderText, md: renderMarkdown, html: renderHtml };
const DIGESTS = { digest: RICH_DIGEST, empty: EMPTY_DIGEST, "one-word": ONE_MANS_WORD };

describe.each(LANGUAGES)("a digest in %s", (language) => {
  const messageOf = (digest: keyof typeof DIGESTS) =>
    composeDigest(iranUsNames, DIGESTS[digest], { language, timeZone: "Asia/Tehran" });

  it.each(["txt", "md", "html"] as const)("reads as approved in %s", async (form) => {
    const text = `${RENDERERS[form](messageOf("digest"))}\n`;
    await expect(text).toMatchFileSnapshot(`../../golden/digest.${language}.${form}`);
  });

  it.each(["empty", "one-word"] as const)("reads as approved when %s", async (digest) => {
    const text = `${renderText(messageOf(digest))}\n`;
    await expect(text).toMatchFileSnapshot(`../../golden/${digest}.${language}.txt`);
  });
});
