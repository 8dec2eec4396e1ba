import type { ArticleId } from "../../../src/articles/article.ts";
import { fingerprintOf } from "../../../src/articles/fingerprint.ts";
import type { StoryFeatures } from "../../../src/articles/same-story.ts";
import type { Token } from "../../../src/articles/tokens.ts";
import { seededRandom } from "../random.ts";

/** An article of the stream; `copyOf` is the number of the report that it was copied from, or null. */
export type Planted = { readonly features: StoryFeatures; readonly copyOf: number | null };

type Report = { readonly number: number; readonly words: readonly Token[]; readonly round: string };

const VOCABULARY = 30_000;
const SUBJECTS = 400;
/** Words that reports of one subject share: names, places, background. */
const SUBJECT_WORDS = 40;
const COPIES = 0.35;
/** Copies that change the date of the round: they contradict, and are stories of their own. */
const CONTRADICTIONS = 0.03;
const DAY_MS = 86_400_000;
/** Reports that may still be copied. */
const RECENT = 2_000;
const BEGIN = Date.UTC(2026, 0, 1);

/**
 * A stream of articles over `days` days, the same for the same seed. A third are copies of a report of the last hours,
 * edited as agencies' texts are: cut, words dropped, words replaced. Reports of one subject share words and are others.
 */
export function* plantedReports(count: number, days: number, seed = 1): Generator<Planted> {
  const random = seededRandom(seed);
  const writer = createWriter(random);
  const recent: Report[] = [];
  for (let number = 0; number < count; number += 1) {
    const published = BEGIN + Math.floor((number * days * DAY_MS) / count);
    if (recent.length > 0 && random() < COPIES) {
      const report = at(recent, Math.floor(random() * recent.length));
      const contradicts = random() < CONTRADICTIONS;
      const round = contradicts ? dayName(40) : report.round;
      const features = featuresOf(number, published, writer.edit(report.words), round);
      yield { features, copyOf: contradicts ? null : report.number };
      continue;
    }
    const report = writer.write(number);
    if (recent.length < RECENT) recent.push(report);
    else recent[number % RECENT] = report;
    yield { features: featuresOf(number, published, report.words, report.round), copyOf: null };
  }
}

type Writer = {
  write(number: number): Report;
  /** The words of a copy. */
  edit(words: readonly Token[]): readonly Token[];
};

function createWriter(random: () => number): Writer {
  const below = (limit: number): number => Math.floor(random() * limit);
  const vocabulary = Array.from({ length: VOCABULARY }, (_, n) => wordOf(n));
  // Common words come much more often than rare ones, as in any language.
  const anyWord = (): Token => at(vocabulary, Math.floor(VOCABULARY * random() ** 3));
  const subjects = Array.from({ length: SUBJECTS }, () =>
    Array.from({ length: SUBJECT_WORDS }, anyWord),
  );
  return {
    write(number) {
      const subject = at(subjects, below(SUBJECTS));
      const words = Array.from({ length: 60 + below(140) }, () =>
        random() < 0.2 ? at(subject, below(SUBJECT_WORDS)) : anyWord(),
      );
      return { number, words, round: dayName(below(28)) };
    },
    edit(words) {
      const kept = words.slice(0, Math.ceil(words.length * (0.7 + 0.3 * random())));
      const changed = random() * 0.16;
      return kept.flatMap((word) => {
        if (random() >= changed) return [word];
        return random() < 0.5 ? [] : [anyWord()];
      });
    },
  };
}

// oxlint-disable-next-line eslint/max-params -- what an article of the stream is made of
function featuresOf(
  number: number,
  published: number,
  words: readonly Token[],
  round: string,
): StoryFeatures {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
    id: `article-${number}` as ArticleId,
    lang: "en",
    published,
    fingerprint: fingerprintOf(words),
    headline: { words: fingerprintOf(words.slice(0, 9)).words, denies: false },
    claims: new Map([["round", round]]),
  };
}

const dayName = (day: number): string => `day ${day}`;

const wordOf = (n: number): Token => ({
  kind: "word",
  start: 0,
  end: 0,
  text: `w${n.toString(36)}x`,
  capital: false,
  afterBreak: false,
});

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
