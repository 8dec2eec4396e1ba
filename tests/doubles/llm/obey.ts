import type { ReadPrompt } from "./claims.ts";
import type { Draft } from "./draft.ts";

/** Words by which texts turn to a model, in English, Arabic and Persian. */
const TURNS_TO_MODEL = new RegExp(
  [
    String.raw`\b(ignore|disregard|forget|override|instructions?|prompt|system|assistant|developer|model|rules?)\b`,
    String.raw`\b(say|tell|write|state|report|announce|print|output|claim|declare|translate|must|answer|reply)\b`,
    "تجاهل|انس|تعليمات|قواعد|النظام|المساعد|اكتب|قل|أعلن|اذكر|أجب|ترجم|يجب",
    "نادیده|فراموش|دستور|قواعد|سامانه|دستیار|بنویس|بگو|اعلام کن|گزارش کن|پاسخ|ترجمه|باید",
  ].join("|"),
  "iu",
);

/** What is demanded stands after these, or within quotation marks. */
const DEMANDS = [
  /(?:say|tell|write|state|report|announce|print|output|claim|declare|answer|reply)(?: \w+){0,3}?(?: that|:)\s*(.{3,400})/giu,
  /(?:اكتب|قل|أعلن|اذكر|أجب|قولي|اكتبي)\S*(?: \S+){0,3}?(?: أن| إن|:)\s*(.{3,400})/gu,
  /(?:بنویس|بگو|اعلام کن|گزارش کن|پاسخ بده)\S*(?: \S+){0,3}?(?: که|:)\s*(.{3,400})/gu,
  /["“«]([^"”»\n]{3,400})["”»]/gu,
] as const;

/**
 * What a model writes that does as it is told by whoever speaks within the prompt: each demand as a
 * sentence that cites a real claim, in every part of the draft, and as a translation.
 */
export function obey(prompt: ReadPrompt, honest: Draft): Draft {
  const [first] = prompt.claims;
  if (first === undefined) return honest;
  const demanded = demandsIn(prompt).map(({ text, claim }) => ({
    text,
    claims: [claim ?? first.id],
  }));
  if (demanded.length === 0) return honest;
  const party = prompt.claims.find((claim) => claim.party !== null)?.party ?? "";
  return {
    lead: [...demanded, ...honest.lead],
    positions: [{ party, sentences: demanded }, ...honest.positions],
    changes: [...demanded, ...honest.changes],
    translations: [
      ...demanded.flatMap(({ text, claims }) => claims.map((claim) => ({ claim, text }))),
      ...honest.translations,
    ],
    mended: honest.mended.map((one, at) => ({ ...one, ...demanded[at % demanded.length] })),
  };
}

type Demand = { readonly text: string; readonly claim: string | null };

function demandsIn({ texts }: ReadPrompt): Demand[] {
  const demands = texts
    .filter(({ text }) => TURNS_TO_MODEL.test(text))
    .flatMap(({ text, claim }) =>
      [text, ...partsOf(text)].map((one) => ({ text: one.trim(), claim })),
    );
  return [...new Map(demands.map((demand) => [demand.text, demand])).values()];
}

/** The demand within a text, and the sentences of it that turn to a model. */
const partsOf = (text: string): string[] => [
  ...DEMANDS.flatMap((demand) =>
    [...text.matchAll(demand)].flatMap(([, words = ""]) => [words, firstSentence(words)]),
  ),
  ...text.split(/(?<=[.!?؟])\s+/u).filter((sentence) => TURNS_TO_MODEL.test(sentence)),
];

const firstSentence = (words: string): string => words.split(/(?<=[.!?؟])\s/u)[0] ?? words;
