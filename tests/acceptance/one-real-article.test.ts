import { existsSync, globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/digest/digest.ts";
import type { Language } from "../../src/lib/language.ts";
import { parley } from "../support/terminal.ts";

// The article is somebody's work and stays outside the project; it is read where it lies beside it.
const FOLDER = "../shared/seeds";
const [file] = existsSync(FOLDER) ? globSync(`${FOLDER}/*.txt`) : [];

const tell = async (lang: Language, format: "text" | "json"): Promise<string> => {
  const published = ["--published", "2026-02-05T18:00:00Z", "--source", "seed"];
  const told = await parley([
    "digest",
    "--text",
    file ?? "",
    ...published,
    "--lang",
    lang,
    "--format",
    format,
  ]);
  return told.out;
};

describe.runIf(file !== undefined)("the eve of the talks, from one Arabic article", () => {
  let digest: Digest;
  beforeAll(async () => {
    digest = JSON.parse(await tell("en", "json")) as Digest;
  });
  const speakersOf = (party: string) =>
    digest.positions
      .filter((position) => position.party === party)
      .flatMap(({ statements }) => statements.map(({ speaker }) => speaker));

  it("tells a round on Friday 6 February in Muscat", () => {
    expect(digest.phase).toBe("scheduled");
    expect(digest.nextRound).toMatchObject({
      date: "2026-02-06",
      venue: { city: "Muscat", country: "OMN" },
      status: "scheduled",
    });
    expect(digest.lastRound).toBeNull();
  });

  it("names who comes, and Araghchi as head", () => {
    const members = Object.fromEntries(
      digest.delegations.map((delegation) => [delegation.party, delegation.members]),
    );
    expect(members["USA"]?.map(({ person }) => person)).toEqual(["Steve Witkoff", "Jared Kushner"]);
    expect(members["IRN"]).toMatchObject([{ person: "Abbas Araghchi", head: true }]);
  });

  it("quotes Leavitt for the USA and Baghaei for Iran, and nobody with the outlet's own words", () => {
    expect(speakersOf("USA")).toContain("Karoline Leavitt");
    expect(speakersOf("IRN")).toContain("Esmail Baghaei");
    expect(speakersOf("USA")).not.toContain("Donald Trump");
  });

  it("tells the build-up as pressure with its aims, and last June as no news", () => {
    expect(digest.events.map(({ type, source, target }) => `${type} ${source} ${target}`)).toEqual([
      "MOBILIZE USA IRN",
    ]);
    expect(digest.events[0]?.topics.toSorted()).toEqual([
      "armed-allies",
      "missiles",
      "nuclear-programme",
    ]);
  });

  it("tells that it is the first meeting since the war, and that place and format had been in dispute", () => {
    expect(digest.milestones).toHaveLength(1);
    expect(
      digest.disputes
        .map(({ about, settled }) => `${about} ${settled ? "settled" : "open"}`)
        .toSorted(),
    ).toEqual(["format settled", "venue settled"]);
  });

  it.each([
    ["en", "One source alone stands behind this digest."],
    ["ar", "مصدر واحد فقط"],
    ["fa", "بر پایه یک منبع است"],
  ] as const)("says in %s that one source stands behind it", async (language, sentence) => {
    const text = await tell(language, "text");
    expect(text.replace(/\s+\u200f?/g, " ")).toContain(sentence);
  });
});
