import { array, assert, constantFrom, property } from "fast-check";
import { expect, it } from "vitest";
import type { Article, ArticleId } from "../../../../src/articles/article.ts";
import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { loadPlaces } from "../../../../src/config/load-places.ts";
import { createDateFinder } from "../../../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../../../src/facts/dates/date-lexicon.ts";
import { loadEventLexicons } from "../../../../src/facts/events/event-lexicon.ts";
import { createEventFinder } from "../../../../src/facts/events/find-events.ts";
import type { Event, Meeting } from "../../../../src/facts/fact.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import type { Language } from "../../../../src/lib/language.ts";

const LEXICON = "seeds/lexicon";
const lexicons = loadLexicons(LEXICON, ["talks", "speech"]);
const dossier = loadDossier("seeds/talks/iran-us.yaml");
const reader = createReader(dossier, loadPlaces("seeds/places.yaml"), lexicons);
const dateFinder = createDateFinder(loadDateLexicons(LEXICON), lexicons);
const find = createEventFinder(reader.languages, loadEventLexicons(LEXICON));

// oxlint-disable-next-line eslint/max-params -- an article has a title and a body
function eventsIn(
  lang: Language,
  body: string,
  meetings: readonly Meeting[] = [],
  title = "",
): Event[] {
  const article: Article = {
    id: "a" as ArticleId,
    url: "https://news.example/a",
    source: "News",
    published: new Date("2026-02-05T18:00:00Z"),
    title,
    body,
    lang,
  };
  const read = reader.read(article);
  const reference = { published: article.published, timeZone: dossier.timeZone };
  const dates = dateFinder.findInText(read.visible, lang, reference);
  return find({ read, dossier, dates, meetings });
}

/** `MOBILIZE USA>IRN`, with `before:` for what is background. */
const told = (lang: Language, body: string): string[] =>
  eventsIn(lang, body).map(
    ({ type, source, target, background }) =>
      `${background ? "before: " : ""}${type} ${source}>${target}`,
  );

it.each([
  ["en", "The United States imposed sanctions on Iran on Thursday.", ["SANCTION USA>IRN"]],
  ["en", "Iran seized an American tanker in the strait on Thursday.", ["COERCE IRN>USA"]],
  ["en", "An American jet shot down an Iranian drone on Tuesday.", ["ASSAULT USA>IRN"]],
  ["en", "Trump threatened to strike Iran.", ["THREATEN USA>IRN"]],
  ["en", "Tehran rejected Washington's demand to end enrichment.", ["REJECT IRN>USA"]],
  ["en", "Iran was attacked by Israel on Thursday.", ["ASSAULT ISR>IRN"]],
  ["en", "Washington sent a second aircraft carrier to the region.", ["MOBILIZE USA>IRN"]],
  [
    "en",
    "The United States and Israel launched strikes on Iran today.",
    ["ASSAULT USA>IRN", "ASSAULT ISR>IRN"],
  ],
  ["en", "Tehran rejected Reuters' report that the US talks were off.", []],
  ["en", "The White House brushed aside claims that Iran talks had been cancelled.", []],
  ["ar", "رفضت طهران ما نشرته صحيفة عن إلغاء المحادثات مع واشنطن.", []],
  ["fa", "تهران ادعای یک شبکه درباره لغو مذاکرات با آمریکا را رد کرد.", []],
  ["fa", "به گزارش رویترز، تهران درخواست واشنگتن را رد کرد.", ["REJECT IRN>USA"]],
  ["en", "The White House denies cancelling the talks with Iran.", []],
  ["ar", "فرضت الولايات المتحدة عقوبات على إيران اليوم.", ["SANCTION USA>IRN"]],
  ["ar", "واشنطن تفرض عقوبات على إيران.", ["SANCTION USA>IRN"]],
  ["ar", "هدد ترامب بضرب إيران.", ["THREATEN USA>IRN"]],
  ["ar", "رفضت طهران طلب واشنطن وقف التخصيب.", ["REJECT IRN>USA"]],
  ["ar", "أرسلت واشنطن حاملة طائرات إلى المنطقة.", ["MOBILIZE USA>IRN"]],
  ["fa", "آمریکا امروز ایران را تحریم کرد.", ["SANCTION USA>IRN"]],
  ["fa", "ترامپ ایران را به حمله تهدید کرد.", ["THREATEN USA>IRN"]],
  ["fa", "تهران درخواست واشنگتن را رد کرد.", ["REJECT IRN>USA"]],
  ["fa", "اسرائیل امروز به ایران حمله کرد.", ["ASSAULT ISR>IRN"]],
] as const)("reads in %s who did what to whom: %s", (lang, body, expected) =>
  expect(told(lang, body)).toEqual(expected),
);

it.each([
  ["en", "Israel attacked Iran in June 2025."],
  ["en", "The twelve-day war began with Israel's attack on Iran."],
  ["ar", "هاجمت إسرائيل إيران في يونيو الماضي."],
  ["ar", "حرب الـ12 يوما التي بدأت بعدوان إسرائيلي ضد طهران."],
  ["fa", "اسرائیل در ژوئن ۲۰۲۵ به ایران حمله کرد."],
] as const)("takes in %s for history: %s", (lang, body) =>
  expect(told(lang, body)).toEqual(["before: ASSAULT ISR>IRN"]),
);

it.each([
  ["en", "Iran did not attack Israel."],
  ["en", "Israel could attack Iran if the talks fail."],
  ["en", "Iran denied that it had attacked an American ship."],
  ["en", "“The United States imposed sanctions on Iran,” he said."],
  ["en", "Iran praised Oman for its efforts."],
  ["en", "The foreign minister of Iran spoke of the economy of the United States."],
  ["ar", "لم تهاجم إيران إسرائيل."],
  ["ar", "قد تهاجم إسرائيل إيران إذا فشلت المحادثات."],
  ["ar", "نفت طهران أن تكون قد هاجمت سفينة أميركية."],
  ["fa", "ایران به اسرائیل حمله نکرد."],
  ["fa", "ممکن است اسرائیل به ایران حمله کند."],
] as const)("reports in %s nothing that is not told as done: %s", (lang, body) =>
  expect(told(lang, body)).toEqual([]),
);

it("meets nobody while every meeting is still to come", () => {
  const body = "Iran and the United States met. Negotiators will gather on Friday.";
  const events = eventsIn("en", body, [{ ...meeting, status: "scheduled" }]);

  expect(events.map(({ type }) => type)).toEqual(["AGREE"]);
});

it("names the topics that a build-up aims at", () => {
  const [event] = eventsIn(
    "ar",
    "يأمل ترامب أن يكون الحشد العسكري الأمريكي في الشرق الأوسط ورقة ضغط لانتزاع تنازلات من إيران بشأن برامجها النووية والصاروخية ودعمها للجماعات الوكيلة.",
  );

  expect(event).toMatchObject({
    type: "MOBILIZE",
    source: "USA",
    target: "IRN",
    background: false,
  });
  expect(event?.topics).toEqual(
    expect.arrayContaining(["nuclear-programme", "missiles", "armed-allies"]),
  );
});

it("shows the clause that it rests on", () => {
  const body = "It rained, the United States imposed sanctions on Iran, and the sun came out.";
  const [event] = eventsIn("en", body);

  expect(body.slice(...(event?.evidence ?? [0, 0]))).toBe(
    "the United States imposed sanctions on Iran",
  );
});

const meeting: Meeting = {
  date: "2026-02-06",
  time: null,
  timeZone: null,
  venue: null,
  format: null,
  mediator: null,
  status: "scheduled",
  outcome: null,
  background: false,
  attribution: { kind: "article" },
  evidence: [0, 4],
};

it.each([
  ["scheduled", null, ["AGREE IRN>USA"]],
  ["held", null, ["CONSULT IRN>USA"]],
  ["underway", "OMN", ["CONSULT IRN>USA", "CONSULT OMN>IRN", "CONSULT OMN>USA"]],
  ["in-doubt", null, []],
] as const)("takes a meeting that is %s, mediated by %s, for %j", (status, mediator, expected) => {
  const events = eventsIn("en", "It rained.", [{ ...meeting, status, mediator }]);

  expect(events.map(({ type, source, target }) => `${type} ${source}>${target}`)).toEqual(expected);
});

it.each([
  ["en", "The Omani minister shuttled between the two delegations on Thursday."],
  ["ar", "وتنقل الوزير العماني بين الوفدين اليوم."],
] as const)("takes in %s the two sides for both parties: %s", (lang, body) =>
  expect(told(lang, body)).toEqual(["CONSULT OMN>IRN", "CONSULT OMN>USA"]),
);

it("does not take the object of one verb for the subject of the next", () =>
  expect(told("en", "Netanyahu met Trump and urged him to strike Iran.")).not.toContain(
    "REQUEST USA>IRN",
  ));

it("keeps evidence inside whatever text it is given", () => {
  const words = [
    ..."Iran US Israel attacked will not denied that sanctions on the two sides , . “ ” \u{1d306} \ud83d".split(
      " ",
    ),
    ..."إيران واشنطن قصفت لن الجانبان هجوم على آمریکا حمله کرد به و که".split(" "),
  ];
  assert(
    property(
      constantFrom("en", "ar", "fa"),
      array(constantFrom(...words), { maxLength: 40 }),
      (lang, chosen) => {
        const body = chosen.join(" ");
        for (const { evidence, source, target } of eventsIn(lang, body)) {
          expect(evidence[0]).toBeLessThan(evidence[1]);
          expect(evidence[1]).toBeLessThanOrEqual(body.length);
          expect(source).not.toBe(target);
        }
      },
    ),
    { seed: 7, numRuns: 500 },
  );
});

it("tells an event once, however often the article repeats it", () => {
  const body = "The United States imposed sanctions on Iran. ".repeat(5);

  expect(told("en", body)).toEqual(["SANCTION USA>IRN"]);
});

/** What a headline alone tells. */
const headlined = (lang: Language, title: string): string[] =>
  eventsIn(lang, "", [], title).map(({ type, source, target }) => `${type} ${source}>${target}`);

it.each([
  ["ar", "واشنطن تتهم طهران بعرقلة التفتيش", ["ACCUSE USA>IRN"]],
  ["ar", "ترامب يهدد إيران بضربة جديدة", ["THREATEN USA>IRN"]],
  ["ar", "عقوبات أميركية على شركات شحن إيرانية", ["SANCTION USA>IRN"]],
  ["ar", "إسقاط مسيّرة إيرانية قرب مدمرة أميركية", ["ASSAULT USA>IRN"]],
  ["ar", "احتجاز ناقلة أميركية على يد الحرس الثوري", ["COERCE IRN>USA"]],
  ["ar", "الإفراج عن صحافي أميركي في طهران", ["RETREAT IRN>USA"]],
  ["ar", "اتهامات إيرانية لواشنطن بخرق التفاهم", ["ACCUSE IRN>USA"]],
  ["ar", "تهديد إيراني بضرب القواعد الأميركية", ["THREATEN IRN>USA"]],
  ["fa", "توقیف نفتکش آمریکایی به دست سپاه", ["COERCE IRN>USA"]],
  ["fa", "جنگنده آمریکایی پهپاد ایرانی را سرنگون کرد", ["ASSAULT USA>IRN"]],
  ["en", "New US sanctions hit Iranian shippers", ["SANCTION USA>IRN"]],
] as const)(
  "reads in %s what a headline tells by its subject or noun: %s",
  (lang, title, expected) => {
    expect(headlined(lang, title)).toEqual(expected);
  },
);

it.each([
  ["ar", "وأبدى البيت الأبيض توقعات محدودة بشأن محادثات الجمعة مع إيران."],
  ["ar", "أعربت طهران عن تفاؤل حذر إزاء النيات الأميركية."],
  ["ar", "قال عراقجي إن بلاده مستعدة لكل الاحتمالات مع واشنطن."],
  ["ar", "فرضت واشنطن عقوبات على شركات صينية لا صلة لها بإيران."],
  ["fa", "عراقچی ابراز امیدواری کرد که آمریکا جدی باشد."],
  ["en", "The Pentagon denied shooting down an Iranian drone."],
] as const)("takes in %s no hope, denial or third state for an event: %s", (lang, body) => {
  expect(told(lang, body)).toEqual([]);
});
