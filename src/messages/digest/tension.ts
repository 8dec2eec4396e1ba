import type { Digest } from "../../digest/digest.ts";
import { tensionLevel } from "../../digest/tension-level.ts";
import { isolateNumber } from "../../i18n/direction.ts";
import { formatNumber } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";
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
        now: signed(now, language),
        weekAgo: weekAgo === null ? null : signed(weekAgo, language),
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

function signed(value: number, language: Language): string {
  const sign = value < 0 ? "\u2212" : value > 0 ? "+" : "";
  return isolateNumber(`${sign}${formatNumber(language, Math.abs(value))}`);
}
