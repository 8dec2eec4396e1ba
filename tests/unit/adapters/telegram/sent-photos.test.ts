import { expect, it } from "vitest";
import { cardKey, createSentPhotos } from "../../../../adapters/telegram/sent-photos.ts";
import { PICTURE } from "../../../support/messages.ts";

it("remembers the photos that were used last, and no more than it may", () => {
  const photos = createSentPhotos(2);
  photos.remember("a", "id-a");
  photos.remember("b", "id-b");
  expect(photos.find("a")).toBe("id-a");
  photos.remember("c", "id-c");
  expect(["a", "b", "c"].map(photos.find)).toEqual(["id-a", null, "id-c"]);
});

it("forgets a photo only while it has the id that was refused", () => {
  const photos = createSentPhotos();
  photos.remember("a", "new");
  photos.forget("a", "old");
  expect(photos.find("a")).toBe("new");
  photos.forget("a", "new");
  expect(photos.find("a")).toBeNull();
});

it("knows a card again after the outbox, and takes no two for one", () => {
  const { card } = PICTURE;
  expect(cardKey(JSON.parse(JSON.stringify(card)) as typeof card)).toBe(cardKey(card));
  expect(cardKey({ ...card, asOf: "later" })).not.toBe(cardKey(card));
});
