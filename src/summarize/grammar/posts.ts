import type { Grammar } from "./grammar.ts";

/** Ways to say a post shorter, as it is said beside the name of who holds it; none of its own is lost but its field. */
export function postsShorter(
  post: string,
  { until, without }: Grammar["posts"],
): readonly string[] {
  const words = post.split(" ");
  const border = words.findIndex((word, at) => at > 0 && until.includes(word));
  const head = border < 0 ? words : words.slice(0, border);
  const kept = [words, head].flatMap((part) => [
    part.join(" "),
    ...without.map((left) => part.filter((word) => word !== left).join(" ")),
    part.filter((word) => !without.includes(word)).join(" "),
  ]);
  return [...new Set(kept)].filter((shorter) => shorter !== post);
}
