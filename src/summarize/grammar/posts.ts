import type { Grammar } from "./grammar.ts";

/** Ways to say a post shorter, as it is said beside the name of who holds it; none of its own is lost but its field. */
export function postsShorter(
  post: string,
  { until, without }: Grammar["posts"],
): readonly string[] {
  const words = post.split(" ");
  const border = words.findIndex((word, at) => at > 0 && until.includes(word));
  const head = border < 0 ? post : words.slice(0, border).join(" ");
  const kept = [post, head].flatMap((part) => [
    part,
    ...without.map((left) => leaveOut(part, left)),
    without.reduce(leaveOut, part),
  ]);
  return [...new Set(kept)].filter((shorter) => shorter !== post && shorter !== "");
}

/** A post in words that say whose it is by a pronoun: "its minister". */
export const postsOwn = (post: string, { own }: Grammar["posts"]): readonly string[] =>
  Object.entries(own).flatMap(([words, forms]) => {
    const left = ` ${post} `;
    return left.includes(` ${words} `)
      ? forms.map((form) => left.replace(` ${words} `, ` ${form} `).trim())
      : [];
  });

/** The two parts of a post between which its party may be named: "secretary of Iran's Security Council". */
export function postAround(post: string, { inside }: Grammar["posts"]) {
  const words = post.split(" ");
  const border = words.findIndex((word, at) => at > 0 && inside.includes(word));
  if (border < 0) return null;
  return { head: words.slice(0, border + 1).join(" "), tail: words.slice(border + 1).join(" ") };
}

const leaveOut = (text: string, words: string): string =>
  ` ${text} `.replace(` ${words} `, " ").trim();
