import { describe, expect, it } from "vitest";
import type { Narration } from "../../../src/digest/narration.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import type {
  AnswerFailure,
  Answered,
  Narrator,
  Question,
  Subject,
} from "../../../src/summarize/narrator.ts";
import { conversationOf, demoDesk, shown, typed, typedIn } from "../../support/conversations.ts";
import { claimsTold } from "../../support/wordings.ts";

/** A narrator that says what it is told to, and remembers what it was asked. */
function narratorThat(answered: Answered, narration: Narration | null = null) {
  const questions: Question[] = [];
  const subjects: Subject[] = [];
  const narrator: Narrator = {
    narrate: async (subject) => {
      subjects.push(subject);
      return narration;
    },
    find: async () => null,
    prepare: async () => null,
    answer: async (question) => {
      questions.push(question);
      return answered;
    },
  };
  return { narrator, questions, subjects };
}

const flat = (words: string): string => words.replace(/\s+/g, " ");

async function saying(narrator: Narrator | null) {
  const { conversation } = await conversationOf({ talks: [demoDesk()], narrator });
  return async (line: string, language = "en"): Promise<string> =>
    flat(shown(await conversation.answer(typedIn(language, line))));
}

describe("/ask", () => {
  it("is not there where no language model is used, and says so", async () => {
    const say = await saying(null);
    expect(await say("/ask why?")).toContain("written by a language model, and none is used here");
    expect(await say("/ask لماذا؟", "ar")).toContain("ولا يُستخدم هنا أي نموذج");
    expect(await say("/ask چرا؟", "fa")).toContain("اینجا مدلی به کار نمی‌رود");
    expect(await say("/help")).not.toContain("/ask");
  });

  it("is offered where one is, and says how to ask", async () => {
    const say = await saying(narratorThat({ kind: "silent" }).narrator);
    expect(await say("/help")).toContain("/ask");
    expect(await say("/ask")).toContain("Write your question after the command: /ask");
  });

  it("answers with the sources of each sentence, which count from 1, and says who wrote it", async () => {
    const sentence = { text: "Araghchi leads for Iran.", citations: [6] } as const;
    const { narrator } = narratorThat({ kind: "answered", sentences: [sentence], quoted: [] });
    const answer = await (await saying(narrator))("/ask who leads for Iran?");
    expect(answer).toContain("Araghchi leads for Iran. [1] Written by a language model");
    expect(answer).toMatch(/Sources -+ - \[1\] /);
    expect(answer).not.toMatch(/- \[2\]/);
  });

  it("gives the model what bears on the question, in the reader's language", async () => {
    const { narrator, questions } = narratorThat({ kind: "silent" });
    await (
      await saying(narrator)
    )("/ask ماذا قال عراقجي عن البرنامج النووي؟", "ar");
    const [question] = questions;
    expect(question).toMatchObject({
      words: "ماذا قال عراقجي عن البرنامج النووي؟",
      language: "ar",
    });
    const said = question?.digest.positions.flatMap(({ statements }) => statements) ?? [];
    expect(question?.digest.phase).toBe("scheduled");
    expect(said).toContainEqual(
      expect.objectContaining({ speaker: "Abbas Araghchi", topic: "nuclear-programme" }),
    );
  });

  it("says that the sources do not tell", async () => {
    const say = await saying(narratorThat({ kind: "silent" }).narrator);
    expect(await say("/ask what will oil cost?")).toContain("I find no answer to this");
    expect(await say("/ask كم سيكون سعر النفط؟", "ar")).toContain("لم أجد جواباً");
    expect(await say("/ask قیمت نفت چه می‌شود؟", "fa")).toContain("منابعی که خوانده‌ام");
  });

  it("shows words in other languages that the answer rests on, with their translation", async () => {
    const said = { text: "Araghchi spoke on the talks.", citations: [6] } as const;
    const statement = {
      speaker: "Abbas Araghchi",
      topic: null,
      stance: "neutral",
      text: "با حسن نیت به مسقط می‌رویم",
      lang: "fa",
      direct: true,
      published: "2026-02-05T10:00:00.000Z",
      citations: [6],
    } as const;
    const translation = "We go to Muscat in good faith";
    const answered = { kind: "answered", sentences: [said] } as const;
    const quoting = (words: string | null) =>
      saying(
        narratorThat({ ...answered, quoted: [{ statement, translation: words }] }).narrator,
      ).then((say) => say("/ask what did Araghchi say?"));
    const answer = await quoting(translation);
    expect(answer).toContain("in Persian");
    expect(answer).toContain(statement.text);
    expect(answer).toContain(`Translation: ${translation}`);
    expect(await quoting(null)).not.toContain("Translation");
  });

  it("says why none was written, alike in each language", async () => {
    const failed: { why: AnswerFailure } = { why: "unborne" };
    const say = await saying({
      ...narratorThat({ kind: "silent" }).narrator,
      answer: async () => ({ kind: "failed", ...failed }),
    });
    const words = {
      unborne: {
        en: "I could write no answer that the sources bear out.",
        ar: "لم أتمكن من كتابة جواب تسنده المصادر.",
        fa: "نتوانستم پاسخی بنویسم",
      },
      unavailable: {
        en: "I cannot write an answer just now.",
        ar: "لا أستطيع كتابة جواب الآن.",
        fa: "اکنون نمی‌توانم پاسخی بنویسم.",
      },
      spent: {
        en: "I write answers again from 6 February",
        ar: "أعود إلى كتابة الأجوبة ابتداءً من 6 فبراير",
        fa: "از ۱۷ بهمن",
      },
    } as const;
    for (const why of ["unborne", "unavailable", "spent"] as const)
      for (const language of LANGUAGES) {
        failed.why = why;
        expect(await say("/ask qwertz?", language)).toContain(words[why][language]);
      }
  });

  it("gives the nearest words where no model answers in time", async () => {
    const { narrator } = narratorThat({ kind: "failed", why: "unavailable" });
    const say = await saying(narrator);
    const answer = await say("/ask what did Araghchi say about the nuclear talks?");
    expect(answer).toContain("These words come nearest to your question");
    expect(answer).toContain("Abbas Araghchi on nuclear programme");
  });

  it("does not take a long question", async () => {
    const { narrator, questions } = narratorThat({ kind: "silent" });
    const answer = await (await saying(narrator))(`/ask ${"why ".repeat(100)}`);
    expect(answer).toContain("cannot be read");
    expect(questions).toEqual([]);
  });
});

describe("/status and /digest", () => {
  const lead = { text: "The talks are scheduled.", citations: [1] } as const;
  const narration: Narration = {
    language: "en",
    lead: [lead],
    positions: [],
    changes: [],
    translations: [],
    by: { model: "small", prompts: "v1" },
  };

  it.each(["/status", "/digest", "/digest brief"])(
    "open with what was written: %s",
    async (line) => {
      const { narrator, subjects } = narratorThat({ kind: "silent" }, narration);
      const answer = await (await saying(narrator))(line);
      expect(answer).toContain("The talks are scheduled. [1]");
      expect(answer).toContain("written by a language model (small)");
      expect(subjects[0]?.language).toBe("en");
    },
  );

  it("are whole where nothing was written in time, and tell it to who asks next", async () => {
    const { conversation } = await conversationOf({
      talks: [demoDesk()],
      narrator: {
        narrate: (() => {
          const turns = [null, narration];
          return async () => turns.shift() ?? null;
        })(),
        find: async () => null,
        prepare: async () => null,
        answer: async () => ({ kind: "failed", why: "unavailable" }),
      },
    });
    const first = flat(shown(await conversation.answer(typed("/status"))));
    const second = flat(shown(await conversation.answer(typed("/status"))));
    expect(first).toContain("Phase: Scheduled");
    expect(first).not.toContain("language model");
    expect(second).toContain("The talks are scheduled. [1]");
  });
});

it("counts every claim of the demo among what may be cited", async () => {
  const desk = demoDesk();
  const digest = await desk.bearing("sanctions", "en", new Date("2026-02-05T18:00:00Z"));
  const known = new Set(digest.sources.map(({ n }) => n));
  for (const { citations } of claimsTold(desk.names, digest, "en"))
    for (const n of citations) expect(known.has(n)).toBe(true);
});
