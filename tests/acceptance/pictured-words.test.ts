import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { picturedWords, WORDS } from "../pictures/pictured-words.ts";
import { withScenes } from "../pictures/scenes.ts";

it("shows in the README's pictures what the program says; else run: npm run pictures", async () => {
  const said = await withScenes(picturedWords);
  const kept = readFileSync(WORDS, "utf8");
  expect(said.split("\n"), "the pictures are stale: run npm run pictures").toEqual(
    kept.split("\n"),
  );
}, 60_000);
