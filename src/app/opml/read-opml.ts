import { Parser } from "htmlparser2";
import { readProlog } from "../../articles/feed-prolog.ts";
import type { DossierFeed } from "../../config/dossier.ts";
import { feedOfOutline } from "./feed-of-outline.ts";

/** The feeds of an OPML document and the outlines left out, or why it is none. */
export type OpmlReading =
  | {
      readonly kind: "read";
      readonly feeds: readonly DossierFeed[];
      /** Why outlines with an address were left out, for people. */
      readonly problems: readonly string[];
    }
  | { readonly kind: "failed"; readonly reason: string };

/** In UTF-16 units. */
const LONGEST = 8_000_000;
const MOST_OUTLINES = 20_000;
const DEEPEST = 64;

/** Reads OPML 1.0–2.0; nested outlines are folders. No entity is expanded but XML's own five. */
export function readOpml(text: string): OpmlReading {
  const refusal = refusalOf(text);
  if (refusal !== null) return { kind: "failed", reason: refusal };
  const { outlines, fault } = outlinesOf(text);
  if (fault !== null) return { kind: "failed", reason: fault };
  const readings = outlines.map((outline) => feedOfOutline(outline));
  return {
    kind: "read",
    feeds: readings.filter((reading) => typeof reading !== "string"),
    problems: readings.filter((reading) => typeof reading === "string"),
  };
}

function refusalOf(text: string): string | null {
  if (text.trim() === "") return "it is empty";
  if (text.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  if (text.includes("\0")) return "it holds NUL characters, so it is no text";
  const prolog = readProlog(text);
  if (prolog === null) return "it is not XML";
  if (prolog.doctype === "with-declarations")
    return "its document type declares entities, which are not expanded";
  return prolog.root.toLowerCase() === "opml" ? null : `it is <${prolog.root}>, not <opml>`;
}

type Outline = Readonly<Record<string, string>>;

/** Gathers the outlines that name an address, and what is wrong. */
function outlinesOf(text: string): {
  readonly outlines: readonly Outline[];
  readonly fault: string | null;
} {
  const outlines: Outline[] = [];
  const faults: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST && faults.length === 0) faults.push("its outlines are nested too deep");
        if (name === "outline" && attributes["xmlurl"] !== undefined) outlines.push(attributes);
        if (outlines.length === MOST_OUTLINES + 1)
          faults.push(`it lists more than ${MOST_OUTLINES} feeds`);
      },
      onclosetag: (name, isImplied) => {
        depth -= 1;
        const selfClosed = text.slice(parser.startIndex, parser.endIndex + 1).endsWith("/>");
        if (isImplied && !selfClosed) faults.push(`<${name}> is not closed`);
      },
    },
    { xmlMode: true, lowerCaseAttributeNames: true, lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
  return { outlines, fault: faults[0] ?? null };
}
