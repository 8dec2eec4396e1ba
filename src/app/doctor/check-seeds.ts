import type { Config } from "../../config/config.ts";
import { ConfigError } from "../../config/env.ts";
import { addedFeedsFile, readAddedFeeds } from "../added-feeds.ts";
import { loadCoder, loadCore, talksKnown } from "../core.ts";
import { fail, type Finding, ok, reasonOf } from "./finding.ts";

/** Whether every dossier, the gazetteer, the lexicons and the added feeds can be read. */
export function checkSeeds(config: Config): Finding[] {
  const known = talksKnown();
  const unknown = config.PARLEY_TALKS.filter((talks) => !known.includes(talks)).map((talks) =>
    fail(
      "talks",
      `no talks are called "${talks.slice(0, 60)}"`,
      `Correct PARLEY_TALKS; choose from: ${known.join(", ")}.`,
    ),
  );
  const dossiers = known.flatMap((talks) =>
    attempt(`talks ${talks}`, () => {
      const core = loadCore(talks);
      core.read(EMPTY_ARTICLE);
      const { people, feeds } = core.names.dossier;
      return `${people.length} people, ${feeds.length} feeds`;
    }),
  );
  const lexicons = attempt("lexicons", () => {
    loadCoder();
    return "Arabic, English and Persian can be read";
  });
  const added = attempt("added feeds", () => `${readAddedFeeds(config.DATABASE_URL).length}`);
  return [...unknown, ...dossiers, ...lexicons, ...added.map(withFile(config))];
}

const EMPTY_ARTICLE = {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for no article
  id: "" as Parameters<ReturnType<typeof loadCore>["read"]>[0]["id"],
  url: "",
  source: "",
  published: new Date(0),
  title: "",
  lang: "en",
} as const;

const withFile =
  ({ DATABASE_URL }: Config) =>
  (finding: Finding): Finding =>
    finding.kind === "ok"
      ? { ...finding, text: `${finding.text} (${addedFeedsFile(DATABASE_URL)})` }
      : finding;

function attempt(about: string, load: () => string): Finding[] {
  try {
    return [ok(about, load())];
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [reasonOf(error)];
    return problems.map((problem) => fail(about, problem, "Mend the file at the line named."));
  }
}
