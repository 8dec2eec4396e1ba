import { balanceIsolates } from "../../src/i18n/direction.ts";

/** A piece of HTML with what Telegram's limits count of it. */
export type Fragment = {
  readonly html: string;
  /** UTF-16 units of the text that is left when the markup is parsed. */
  readonly units: number;
  /** Formatted runs in it. */
  readonly entities: number;
  /** Blocks of a rich message in it. */
  readonly blocks: number;
};

/** Nothing at all. */
export const NOTHING: Fragment = { html: "", units: 0, entities: 0, blocks: 0 };

/** Text of others, of which nothing can become markup. */
export function literal(text: string): Fragment {
  const shown = withoutControls(text);
  return { ...NOTHING, html: escapeHtml(shown), units: shown.length };
}

/** A fragment within a tag; `attributes` are written as given. */
export function formatted(tag: string, inner: Fragment, attributes = ""): Fragment {
  if (inner.html === "") return inner;
  const html = `<${tag}${attributes}>${inner.html}</${tag}>`;
  return { ...inner, html, entities: inner.entities + 1 };
}

/** A fragment within a tag that makes a block of a rich message, or two where its text is one of its own. */
export function block(tag: string, inner: Fragment, blocks: 1 | 2 = 1): Fragment {
  return { ...inner, html: `<${tag}>${inner.html}</${tag}>`, blocks: inner.blocks + blocks };
}

/** Fragments one after the other, with plain text between them. */
export function joined(fragments: readonly Fragment[], between = ""): Fragment {
  const sum = (of: (fragment: Fragment) => number) =>
    fragments.reduce((total, fragment) => total + of(fragment), 0);
  return {
    html: fragments.map(({ html }) => html).join(between),
    units: sum(({ units }) => units) + between.length * Math.max(0, fragments.length - 1),
    entities: sum(({ entities }) => entities),
    blocks: sum(({ blocks }) => blocks),
  };
}

/**
 * A label that leads to a page; the label alone where the address is no web address, or one so long
 * that it is a mistake.
 */
export function linked(label: Fragment, url: string): Fragment {
  const href = webAddress(url);
  return href === null ? label : formatted("a", label, ` href="${escapeHtml(href)}"`);
}

/** The address as the URL Standard writes it, or null for what is no web address. */
export function webAddress(url: string): string | null {
  if (url.length > LONGEST_ADDRESS || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

const LONGEST_ADDRESS = 2000;

/** A moment that clients show in the reader's own zone; the text alone where they could not. */
export function moment(label: Fragment, at: Date): Fragment {
  const unix = Math.floor(at.getTime() / 1000);
  if (!(unix >= 0 && unix < LATEST_MOMENT)) return label;
  return formatted("tg-time", label, ` unix="${unix}" format="wDt"`);
}

/** The year 2100: nothing that is told lies later, and the platform refuses far-off moments. */
const LATEST_MOMENT = 4_102_444_800;

/** Whether nothing of a fragment is to be seen; Telegram refuses a message of such alone. */
export const isBlank = ({ html }: Fragment): boolean => !SEEN.test(html.replace(TAGS, ""));

const SEEN = /[^\s\p{Cf}]/u;
const TAGS = /<[^<>]*>/g;

/**
 * Line breaks inside a run would be lines that nobody laid out, other controls are refused or hidden, and
 * an isolate that is left open would turn what stands behind it.
 */
function withoutControls(text: string): string {
  const shown = text.toWellFormed().replace(CONTROLS, " ").replace(TURNING, "");
  return balanceIsolates([shown]).join("");
}

// oxlint-disable-next-line eslint/no-control-regex -- these must not reach a client
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
/** Marks that turn direction and do not end by themselves; Telegram drops them too. */
const TURNING = /[\u202a-\u202e]/g;

/** Escapes text for element content and quoted attributes, with the entities that Telegram knows. */
const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
