import { describe, expect, it } from "vitest";
import type { ClaimFact } from "../../../../src/summarize/claim.ts";
import { judgeOn } from "./made-claims.ts";

/** A round moved from Doha on 26 February to Vienna on 2 March, and what is known of it there. */
function moved(status: "scheduled" | "in-doubt"): ClaimFact {
  const round = {
    date: "2026-03-02",
    time: null,
    timeZone: "Europe/Vienna",
    venue: { city: "Vienna", country: "AUT" },
    format: null,
    mediator: null,
    status,
    confirmation: "both-parties",
    attributedTo: null,
    citations: [1],
  } as const;
  const from = { ...round, date: "2026-02-26", venue: { city: "Doha", country: "QAT" } };
  return {
    kind: "change",
    change: { kind: "round", from, to: round, citations: [1] },
    now: { kind: "next-round", round },
  };
}

describe("a round that has moved", () => {
  it.each([
    ["en", "The next round has been moved from 26 February to 2 March and is planned in Vienna."],
    ["en", "The next round has been moved from Doha to Vienna and is planned for 2 March."],
    ["ar", "تأجلت الجولة المقبلة من 26 فبراير إلى 2 مارس ومن المقرر أن تُعقد في فيينا."],
    ["ar", "نُقلت الجولة المقبلة من 26 فبراير/شباط إلى 2 مارس/آذار وهي مقررة في فيينا."],
    ["ar", "نُقلت الجولة المقبلة من الدوحة إلى فيينا وهي مقررة يوم 2 مارس."],
    ["fa", "زمان دور بعدی از ۲۶ فوریه به ۲ مارس تغییر کرد و قرار است در وین برگزار شود."],
    ["fa", "دور بعدی از دوحه به وین منتقل شد و قرار است ۲ مارس برگزار شود."],
  ] as const)("is told in %s: %s", (language, text) => {
    expect(judgeOn([moved("scheduled")], language, text)).toBe("supported");
    expect(judgeOn([moved("in-doubt")], language, text)).toBe("unsupported");
  });

  it.each([
    ["en", "The next round has been moved from 26 February to 2 March and is planned in Doha."],
    ["en", "The next round has been moved from 2 March to 26 February and is planned in Vienna."],
    ["en", "The next round has been moved from Vienna to Doha and is planned for 2 March."],
    ["en", "The next round is planned for 26 February to 2 March in Vienna."],
    ["ar", "تأجلت الجولة المقبلة من 2 مارس إلى 26 فبراير."],
    ["ar", "تأجلت الجولة المقبلة من 26 فبراير إلى 3 مارس."],
    ["ar", "تأجلت الجولة المقبلة من 26 فبراير إلى 2 مارس ومن المقرر أن تُعقد في الدوحة."],
    ["ar", "من المقرر أن تُعقد الجولة المقبلة من 26 فبراير إلى 2 مارس في فيينا."],
    ["fa", "زمان دور بعدی از ۲۶ فوریه به ۲ مارس تغییر کرد و قرار است در دوحه برگزار شود."],
    ["fa", "دور بعدی از وین به دوحه منتقل شد و قرار است ۲ مارس برگزار شود."],
  ] as const)("is not told in %s as: %s", (language, text) => {
    expect(judgeOn([moved("scheduled")], language, text)).toBe("unsupported");
  });
});
