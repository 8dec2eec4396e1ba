import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { conversationOf, demoDesk, shown, typedIn } from "../../support/conversations.ts";

const desk = demoDesk();

const LINES = [
  "/status",
  "/digest brief",
  "/next",
  "/why",
  "/timeline 7d",
  "/positions",
  "/quotes araghchi",
  "/delegations",
  "/pressure",
  "/sources",
  "/talks",
  "/help",
];

describe.each(LANGUAGES)("on the eve of the talks, in %s", (language) => {
  it.each(LINES)("answers %s", async (line) => {
    const { conversation } = await conversationOf({ talks: [desk] });

    const answer = await conversation.answer(typedIn(language, line));

    expect(answer?.message.language).toBe(language);
    const name = line.slice(1).split(" ")[0];
    await expect(shown(answer)).toMatchFileSnapshot(
      `../../golden/commands/${name}.${language}.txt`,
    );
  });
});
