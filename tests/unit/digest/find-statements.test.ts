import { describe, expect, it } from "vitest";
import { loadSearchWords } from "../../../src/app/core.ts";
import { findStatements, type StatementsWanted } from "../../../src/digest/find-statements.ts";
import type { Statement } from "../../../src/facts/fact.ts";
import type { Language } from "../../../src/lib/language.ts";
import { reportOf } from "../../support/reports.ts";

const words = loadSearchWords();

const said = (text: string, statement: Partial<Statement> = {}): Statement => ({
  speaker: "Abbas Araghchi",
  party: "IRN",
  direct: true,
  topic: "enrichment",
  stance: "neutral",
  text,
  evidence: [0, 5],
  ...statement,
});
const report = (id: string, lang: Language, ...statements: readonly Statement[]) => ({
  ...reportOf({ id, at: `2026-02-04T0${id}:00:00Z`, says: { statements } }),
  lang,
});

const reports = [
  report("1", "en", said("We will not stop enriching uranium")),
  report("2", "fa", said("غنی‌سازی صفر را نمی‌پذیریم"), said("به مسقط می‌رویم", { topic: null })),
  report("3", "ar", said("لن نقبل بوقف التخصيب", { speaker: "Esmail Baghaei" })),
  report("4", "en", said("No enrichment at all", { speaker: "Marco Rubio", party: "USA" })),
];
const textsOf = (wanted: Partial<StatementsWanted>) =>
  findStatements(
    reports,
    { speaker: null, party: null, topic: null, words: null, offset: 0, limit: 10, ...wanted },
    words,
  ).statements.map(({ statement }) => statement.text);

describe("a search of what was said", () => {
  it.each<[string, Partial<StatementsWanted>, string[]]>([
    [
      "by a speaker, newest first",
      { speaker: "Abbas Araghchi" },
      ["غنی‌سازی صفر را نمی‌پذیریم", "به مسقط می‌رویم", "We will not stop enriching uranium"],
    ],
    ["of a party", { party: "USA" }, ["No enrichment at all"]],
    ["on a topic", { topic: "enrichment", speaker: "Esmail Baghaei" }, ["لن نقبل بوقف التخصيب"]],
    ["whatever the case of letters", { words: "URANIUM" }, ["We will not stop enriching uranium"]],
    ["without the joiner of Persian", { words: "غنیسازی" }, ["غنی‌سازی صفر را نمی‌پذیریم"]],
    [
      "with Arabic letters for Persian ones",
      { words: "غني‌سازي صفر" },
      ["غنی‌سازی صفر را نمی‌پذیریم"],
    ],
    ["without the article of Arabic", { words: "تخصيب" }, ["لن نقبل بوقف التخصيب"]],
    ["with marks that nobody writes", { words: "التَّخصيب" }, ["لن نقبل بوقف التخصيب"]],
    ["with all the words", { words: "uranium muscat" }, []],
    ["of marks alone", { words: "؟!" }, []],
  ])("finds it %s", (_, wanted, texts) => {
    expect(textsOf(wanted)).toEqual(texts);
  });

  it("gives a page, and how many there are", () => {
    const page = findStatements(
      reports,
      { speaker: null, party: null, topic: null, words: null, offset: 1, limit: 2 },
      words,
    );

    expect(page.total).toBe(5);
    expect(page.statements.map(({ article }) => article.title)).toEqual(["Report 3", "Report 2"]);
  });

  it("passes over copies, and the same words twice", () => {
    const copy = { ...report("5", "en", said("Copied words")), storyId: reports[0]?.articleId };
    const again = report("6", "en", said("We will not stop enriching uranium"));
    const all = [...reports, { ...copy, storyId: copy.storyId ?? copy.articleId }, again];

    const { total } = findStatements(
      all,
      { speaker: null, party: null, topic: null, words: null, offset: 0, limit: 1 },
      words,
    );

    expect(total).toBe(5);
  });
});
