import { join } from "node:path";
import { readItemsFile } from "../../src/app/items-file.ts";
import type { HttpGet } from "../../src/lib/http-answer.ts";
import { LANGUAGES } from "../../src/lib/language.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "seeds", "corpus");

/** Answers every feed with the demo corpus in a language, as JSON Feed, the languages in turn. */
export function corpusFeed(): HttpGet {
  const documents = LANGUAGES.map((language) =>
    new TextEncoder().encode(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Corpus",
        items: readItemsFile(join(CORPUS, `items.${language}.json`)).articles.map(
          ({ id, url, title, body, published }) => ({
            id,
            url,
            title,
            content_text: body ?? title,
            date_published: published.toISOString(),
          }),
        ),
      }),
    ),
  );
  let asked = 0;
  return async ({ url }) => {
    const body = documents[asked % documents.length] ?? new Uint8Array();
    asked += 1;
    const facts = { movedTo: null, etag: null, lastModified: null, maxAgeMs: null };
    return { kind: "fresh", body, contentType: "application/feed+json", url, ...facts };
  };
}
