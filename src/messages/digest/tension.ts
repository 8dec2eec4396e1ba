import type { Digest } from "../../digest/digest.ts";
import { tensionLevel } from "../../digest/tension-level.ts";
import { formatScore } from "../../i18n/direction.ts";
import { type Span, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** Tension in words and as a number, against a week ago; null where nothing happened between the parties. */
export function tensionSpans(
  { now, weekAgo }: Digest["tension"],
  { phrases, language }: Wording,
): Span[] | null {
  if (now === null) return null;
  const level = phrases["tension.level"][tensionLevel(now)];
  const state =
    weekAgo === null ? level : `${level} ${phrases["tension.trend"][trendOf(now, weekAgo)]}`;
  return [
    text(
      phrases["tension.line"]({
        state,
        now: formatScore(language, now),
        weekAgo: weekAgo === null ? null : formatScore(language, weekAgo),
      }),
    ),
  ];
}

/** A smaller change than this is noise. */
const STEP = 0.5;

function trendOf(now: number, weekAgo: number): "rising" | "easing" | "steady" {
  if (now <= weekAgo - STEP) return "rising";
  return now >= weekAgo + STEP ? "easing" : "steady";
}
