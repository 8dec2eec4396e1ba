import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../../../src/articles/tokens.ts";
import { LANGUAGES } from "../../../../src/lib/language.ts";
import { readFigure } from "../../../../src/summarize/check/figures.ts";
import { claimsNamed, faultsOf, loadSurfaceChecker } from "./judge.ts";
import { CLAIMS } from "./sample-claims.ts";

const NO_JOINS = { next: new Set<string>(), previous: new Set<string>() };
const SEEDED = { seed: 20_260_206, numRuns: 200 };
const FIGURES_OF = { ascii: 0x30, arabic: 0x06_60, persian: 0x06_f0 } as const;

const inScript = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

describe("a checker", () => {
  it("lets no sentence stand that names no claim", () => {
    expect(loadSurfaceChecker().sentence("The talks open in Muscat.", [], "en")).toEqual({
      kind: "unsupported",
      faults: [{ about: "claim", words: [] }],
    });
  });

  it.each(LANGUAGES)(
    "bears out the days, numbers and names of its own claims in %s",
    (language) => {
      const about = Object.keys(CLAIMS).flatMap((name) =>
        faultsOf(claimsNamed(name, language)[0]?.told ?? "", name, language),
      );
      expect(about).toEqual([]);
    },
  );

  it("takes nothing from the sentences that claims other than statements rest on", () => {
    expect(
      faultsOf("The round opens in Doha on 9 February, Sergey Lavrov said.", "round", "en"),
    ).toEqual(expect.arrayContaining(["date", "place", "name"]));
  });

  it("judges any text at all, and lets none stand that carries what nobody sees", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const verdict = loadOnce().sentence(
            text,
            claimsNamed("round arabic", language),
            language,
          );
          expect(verdict.kind === "unsupported" || !/[\p{Cc}\p{Cs}]/u.test(text)).toBe(true);
        },
      ),
      SEEDED,
    );
  });

  it("is not slowed by hostile text", () => {
    const hostile = [
      "“".repeat(8_000),
      "1,".repeat(4_000),
      "ب\u200c".repeat(4_000),
      "@ /a ".repeat(1_600),
      "A".repeat(9_000_000),
    ];
    const start = performance.now();
    for (const text of hostile) loadOnce().sentence(text, claimsNamed("round arabic", "en"), "en");
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("takes any run of whole words out of what was said for a quotation, and no other", () => {
    const words = claimsNamed("english", "en")[0]?.originals[0]?.text.split(" ") ?? [];
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (a, b) => {
        const said = words
          .slice(Math.min(a, b), Math.max(a, b) + 1)
          .join(" ")
          .replace(/,$/, "");
        expect(faultsOf(`Abbas Araghchi said: “${said}”.`, "english", "en")).not.toContain(
          "quotation",
        );
        expect(faultsOf(`Abbas Araghchi said: “${said} indeed”.`, "english", "en")).toContain(
          "quotation",
        );
      }),
      SEEDED,
    );
  });
});

describe("a figure", () => {
  it.each(Object.entries(FIGURES_OF))(
    "has one value however it is grouped, in %s digits",
    (_, zero) => {
      fc.assert(
        fc.property(fc.nat(999_999_999), (value) => {
          for (const mark of [",", "\u066c"]) {
            const written = inScript(String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, mark), zero);
            expect(readFigure(tokenize(written, NO_JOINS), 0)?.values).toContain(value);
          }
        }),
        SEEDED,
      );
    },
  );

  it.each(["1.5", "1,5", "١٫٥", "۱٫۵"])("reads one and a half of %s", (written) => {
    expect(readFigure(tokenize(written, NO_JOINS), 0)?.values).toEqual([1.5]);
  });
});

const loadOnce = (() => {
  let checker: ReturnType<typeof loadSurfaceChecker> | null = null;
  return () => (checker ??= loadSurfaceChecker());
})();
