import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/lib/language.ts";
import { openArchive } from "../../../eval/model/claims-at.ts";

/** A sentence that claims of the demo corpus bear out, and sentences like it that they do not. */
export type Row = {
  /** Day and hour of the digest in 2026: "02-05T12". */
  readonly at: string;
  /** Kinds of the claims, each with words that their facts hold: "delegation/IRN". */
  readonly claims: readonly string[];
  readonly honest: string;
  readonly lies: readonly string[];
};

/** Holds the wordings of a language to such sentences. */
export function holdsTo(language: Language, rows: readonly Row[]): void {
  const archive = openArchive();
  const checker = archive.core.checker();

  const claimsOf = ({ at, claims }: Row) => {
    const known = archive.claims(`2026-${at}:00:00Z`, language, "february");
    return claims.map((name) => {
      const [kind, ...words] = name.split("/");
      const claim = known.find(
        ({ fact }) =>
          fact.kind === kind && words.every((word) => JSON.stringify(fact).includes(word)),
      );
      if (claim === undefined) throw new Error(`${at}: no claim is ${name}`);
      return claim;
    });
  };

  describe.each(rows)("$at $honest", (row) => {
    const verdict = (text: string) => checker.sentence(text, claimsOf(row), language).kind;

    it("stands", () => {
      expect(verdict(row.honest)).toBe("supported");
    });

    it.each(row.lies)("and falls as %s", (lie) => {
      expect(verdict(lie)).toBe("unsupported");
    });
  });
}
