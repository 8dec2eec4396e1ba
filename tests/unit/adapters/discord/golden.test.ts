import { describe, expect, it } from "vitest";
import { renderDiscord } from "../../../../adapters/discord/render.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import type { ControlRow } from "../../../../src/messages/control.ts";
import { composeDigest } from "../../../../src/messages/compose-digest.ts";
import { iranUsNames, RICH_DIGEST } from "../../../support/digests.ts";
import { discordText } from "../../../support/discord-text.ts";

const CONTROLS: readonly ControlRow[] = [
  [
    {
      kind: "button",
      label: "Why?",
      call: { command: "why", options: { talks: "iran-us" } },
      weight: "primary",
    },
    { kind: "link", label: "Site", url: "https://news.example/" },
  ],
];

describe.each(LANGUAGES)("the digest on the eve of a round, in %s", (language) => {
  it.each(["rich", "simple"] as const)("reads as approved in the %s style", async (style) => {
    const message = composeDigest(iranUsNames, RICH_DIGEST, { language, timeZone: "Asia/Tehran" });

    const parts = renderDiscord({ ...message, controls: CONTROLS }, style);

    await expect(discordText(parts)).toMatchFileSnapshot(
      `../../../golden/discord/digest.${language}.${style}.txt`,
    );
  });
});
