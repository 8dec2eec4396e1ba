import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCore } from "../src/app/core.ts";
import { readItemsFile } from "../src/app/items-file.ts";
import { type Article, textOf } from "../src/articles/article.ts";
import { entitiesByCompromise } from "./support/entities/by-compromise.ts";
import { entitiesByParley } from "./support/entities/by-parley.ts";
import { entitiesByWink } from "./support/entities/by-wink.ts";
import { type Entity, type Kind, KINDS } from "./support/entities/entity.ts";
import { addScores, type Labels, scoreEntities } from "./support/entities/score-entities.ts";
import { printMetrics, rounded } from "./support/print-metrics.ts";

/** Persons, places, organisations and dates found in labelled English articles. */
const SETS = join(import.meta.dirname, "..", "tests", "eval", "sets");
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours
const { either, articles: labels } = JSON.parse(
  readFileSync(join(import.meta.dirname, "support", "entities", "labels.json"), "utf8"),
) as { readonly either: readonly string[]; readonly articles: Readonly<Record<string, Labels>> };

const sets = ["iran-us.new-chapter", "russia-ukraine.ankara", "russia-ukraine.varied"].map(
  (name) => ({
    find: entitiesByParley(loadCore(name.split(".")[0] ?? name)),
    articles: readItemsFile(join(SETS, `${name}.items.json`)).articles.flatMap((article) => {
      const expected = labels[article.id];
      return expected === undefined
        ? []
        : [{ article, labelled: { text: textOf(article), labels: expected, either } }];
    }),
  }),
);

type System = {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly find: (article: Article, set: number) => readonly Entity[];
};

const systems: readonly System[] = [
  { name: "parley", kinds: KINDS, find: (article, set) => sets[set]?.find(article) ?? [] },
  { name: "compromise", kinds: KINDS, find: (article) => entitiesByCompromise(textOf(article)) },
  { name: "wink-nlp", kinds: ["date", "name"], find: (article) => entitiesByWink(textOf(article)) },
];

for (const { name, kinds, find } of systems) {
  const found = sets.flatMap(({ articles }, set) =>
    articles.map(({ article, labelled }) => ({ labelled, entities: find(article, set) })),
  );
  for (const kind of kinds) {
    const score = found
      .map(({ labelled, entities }) => scoreEntities(labelled, entities, kind))
      .reduce(addScores);
    const figures = {
      kind,
      articles: found.length,
      ...score,
      recall: rounded(score.found / score.labels),
      precision: rounded(score.right / score.named),
    };
    printMetrics("entities", figures, name);
  }
}
