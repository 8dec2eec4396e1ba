import { formatDay } from "../../i18n/dates.ts";
import { listOf } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";
import { inQuotationMarks } from "../../messages/quotation.ts";
import { casesOf, type Grammar, slotNamesIn } from "./grammar.ts";
import type { Pattern } from "./pattern.ts";
import type { Slots, Telling, Value } from "./telling.ts";

/** A telling as a sentence: the first wording all of whose slots have values; null where none is. */
export function renderTelling(
  telling: Telling,
  grammar: Grammar,
  language: Language,
): string | null {
  const clause = renderClause(telling, { grammar, language });
  if (clause === null) return null;
  // A model's sentence may have no characters that are not seen, so it is given none.
  const text = clause
    .replace(ISOLATES, "")
    .replace(/ (?=[,:;.\u060c\u061b])/gu, "")
    .replace(/([,\u060c])[,\u060c]/gu, "$1")
    .replace(/[,\u060c]$/u, "");
  const end = /[.!?\u061f][\u201d\u00bb]?$/u.test(text) ? "" : ".";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}

const ISOLATES = /[\u2066-\u2069]/gu;

type Writer = { readonly grammar: Grammar; readonly language: Language };

/** A wording serves only if it names all that must be told. */
function renderClause({ kind, of, slots, obliged }: Telling, writer: Writer): string | null {
  const wordings = casesOf(writer.grammar.clauses, kind, of);
  const whole = wordings.filter((wording) => {
    const named = slotNamesIn(wording, writer.grammar);
    return named.includes("now") || obliged.every((name) => named.includes(name));
  });
  return firstOf(whole, (wording) => render(wording, slots, writer));
}

function render(pattern: Pattern, slots: Slots, writer: Writer): string | null {
  switch (pattern.kind) {
    case "word":
      return pattern.choices[isFeminine(pattern, slots, writer) ? 1 : 0] ?? null;
    case "mark":
      return pattern.text;
    case "closing":
    case "sides":
      return "";
    case "optional":
      return slotNamesIn(pattern.part, writer.grammar).length === 0
        ? ""
        : (render(pattern.part, slots, writer) ?? "");
    case "phrase":
      return firstOf(writer.grammar.phrases.get(pattern.name) ?? [], (one) =>
        render(one, slots, writer),
      );
    case "choice":
      return firstOf(pattern.options, (option) => render(option, slots, writer));
    case "sequence": {
      const parts = pattern.parts.map((part) => render(part, slots, writer));
      return parts.includes(null) ? null : parts.filter((part) => part !== "").join(" ");
    }
    case "known":
      return null;
    case "slot": {
      const values = slots.get(pattern.name) ?? [];
      const texts = values.map((value) => renderValue(pattern.name, value, writer));
      const known = texts.filter((text) => text !== null);
      return pattern.isList && known.length > 0
        ? listOf(writer.language, known)
        : (known[0] ?? null);
    }
  }
}

/** Whether a word agrees with a subject whom the language calls "she". */
const isFeminine = (word: Word, slots: Slots, { grammar }: Writer): boolean => {
  if (!word.byGender) return false;
  const subject = AGREED_WITH.flatMap((name) => slots.get(name)?.[0] ?? [])[0];
  const named = subject?.kind === "term" ? subject.slots.get("name")?.[0] : subject;
  return named?.kind === "name" && grammar.feminine.has(named.of);
};

type Word = Extract<Pattern, { kind: "word" }>;

/** The slots whose first value a word agrees with, where a telling has them. */
const AGREED_WITH = ["speaker", "source", "head", "name"];

function renderValue(name: string, value: Value, writer: Writer): string | null {
  const { language, grammar } = writer;
  switch (value.kind) {
    case "term":
      return firstOf(casesOf(grammar.terms, name, value.of), (one) =>
        render(one, value.slots, writer),
      );
    case "name": {
      const words = casesOf(grammar.terms, name, value.of.replace(/^\w+:/u, ""));
      return firstOf(words, (one) => render(one, NONE, writer)) ?? value.text;
    }
    case "clock":
      return value.text;
    case "day":
      return formatDay(language, value.date);
    case "words":
      return value.direct ? inQuotationMarks(value.text, language) : value.text;
    case "clause":
      return renderClause(value.telling, writer);
  }
}

const NONE: Slots = new Map();

function firstOf<T>(list: readonly T[], make: (one: T) => string | null): string | null {
  for (const one of list) {
    const made = make(one);
    if (made !== null) return made;
  }
  return null;
}
