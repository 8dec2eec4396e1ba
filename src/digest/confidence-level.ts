/** How sure a digest is, as readers are told. */
export type ConfidenceLevel = "low" | "medium" | "high";

/** The level of a confidence from 0 to 1. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence < MEDIUM_FROM) return "low";
  return confidence < HIGH_FROM ? "medium" : "high";
}

const MEDIUM_FROM = 0.5;
const HIGH_FROM = 0.8;
