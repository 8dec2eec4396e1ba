import { loadDates, type Core } from "../../../src/app/core.ts";
import { textOf, type Article } from "../../../src/articles/article.ts";
import type { Mention } from "../../../src/facts/mention.ts";
import type { Entity, Kind } from "./entity.ts";

const KIND_OF: Partial<Record<Mention["sense"]["kind"], Kind>> = {
  person: "person",
  city: "place",
  country: "place",
  actor: "place",
  institution: "organisation",
};

/** Finds entities as Parley reads them: names of its dossier and gazetteer, whoever speaks or is sent, and dates. */
export function entitiesByParley(core: Core): (article: Article) => readonly Entity[] {
  const dates = loadDates();
  const { timeZone } = core.names.dossier;
  return (article) => {
    const { read, extraction } = core.extract(article);
    const reference = { published: article.published, timeZone };
    const mentioned = read.sentences.flatMap((sentence) => [
      ...sentence.mentions.flatMap(entityOf),
      ...dates
        .find(read.tokens, read.visible, sentence, article.lang, reference)
        .map(({ span: [start, end] }): Entity => ({ kind: "date", start, end })),
    ]);
    const people = [
      ...extraction.statements.map(({ speaker }) => speaker),
      ...extraction.delegations.flatMap(({ members }) => members.map(({ person }) => person)),
    ];
    const strangers = new Set(people.filter((name) => name !== null));
    return [...mentioned, ...[...strangers].flatMap((name) => placesOf(textOf(article), name))];
  };
}

function entityOf({ sense, span: [start, end] }: Mention): readonly Entity[] {
  const kind = KIND_OF[sense.kind];
  if (kind === undefined || (sense.kind === "person" && sense.by === "title")) return [];
  return [{ kind, start, end }];
}

function placesOf(text: string, name: string): readonly Entity[] {
  const places: Entity[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    places.push({ kind: "person", start: at, end: at + name.length });
  return places;
}
