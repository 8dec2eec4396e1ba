import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

const README = readFileSync("README.md", "utf8");
const IMAGES = [...README.matchAll(/<img [^>]*>/g)].map(([tag]) => tag);
const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
const PICTURES = IMAGES.map((tag) => attribute(tag, "src"));
/** What is shown in a language. */
const subjects = (language: string) =>
  PICTURES.filter((path) => path.endsWith(`.${language}.png`)).map((path) =>
    path.replace(`.${language}.png`, ""),
  );
/** A page full of them opens at once on a telephone. */
const MOST_BYTES = 250_000;

describe("the README", () => {
  it.each(IMAGES)("tells in words what it shows: %s", (tag) => {
    expect(attribute(tag, "alt").split(" ").length).toBeGreaterThan(5);
  });

  it("shows every picture that `npm run pictures` makes, and no other", () => {
    const made = globSync("docs/pictures/*.png").map((path) => path.replaceAll("\\", "/"));
    expect(PICTURES.toSorted()).toEqual(made.toSorted());
  });

  it("shows them in English and Arabic", () => {
    expect(subjects("en").length).toBeGreaterThan(3);
    expect(subjects("ar").toSorted()).toEqual(subjects("en").toSorted());
  });

  it.each(PICTURES)("shows %s, which is small", (path) => {
    expect(statSync(path).size).toBeLessThan(MOST_BYTES);
  });

  it("links to nothing of ours that is not there", () => {
    const links = [...README.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
