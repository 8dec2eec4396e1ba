/** What stands before an XML document's first element, and that element's name. */
export type Prolog = {
  /** As spelt, prefix included. */
  readonly root: string;
  /** Where the first element begins, in UTF-16 units. */
  readonly start: number;
  readonly doctype: "none" | "plain" | "html" | "with-declarations";
};

/** Reads the prolog of a text that should be XML; null when no element begins it. */
export function readProlog(text: string): Prolog | null {
  let at = 0;
  let doctype: Prolog["doctype"] = "none";
  for (;;) {
    at = skipSpace(text, at);
    if (!text.startsWith("<", at)) return null;
    if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else if (isDoctype(text, at)) {
      doctype = doctypeAt(text, at);
      if (doctype === "with-declarations") return { root: "", start: at, doctype };
      at = after(text, ">", at);
    } else return rootAt(text, at, doctype);
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/^[\s\ufeff]/.test(text.charAt(at))) at += 1;
  return at;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

const isDoctype = (text: string, at: number): boolean =>
  /^<!doctype\s/i.test(text.slice(at, at + 10));

/** A declaration may name a DTD, as RSS 0.91 did; one with a subset of its own could hold a bomb. */
function doctypeAt(text: string, at: number): Prolog["doctype"] {
  const end = text.indexOf(">", at);
  const declaration = text.slice(at, end === -1 ? at + 1_000 : end);
  if (declaration.includes("[")) return "with-declarations";
  return /^<!doctype\s+html\b/i.test(declaration.slice(0, 100)) ? "html" : "plain";
}

function rootAt(text: string, start: number, doctype: Prolog["doctype"]): Prolog | null {
  const root = /^<([a-z_][\w:.-]{0,60})[\s/>]/i.exec(text.slice(start, start + 64))?.[1];
  return root === undefined ? null : { root, start, doctype };
}
