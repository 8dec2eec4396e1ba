/** How tense the parties are, calmest first. */
export const TENSION_LEVELS = ["low", "moderate", "high", "very-high"] as const;

/** A level of tension. */
export type TensionLevel = (typeof TENSION_LEVELS)[number];

/** Where each level but the last ends, on the scale from −10 (open conflict) to +10 (full cooperation). */
export const TENSION_BOUNDS = [0, -3, -6] as const;

/** Words outweigh deeds above the first bound, deeds such as sanctions and build-ups below the last. */
export function tensionLevel(score: number): TensionLevel {
  const [low, moderate, high] = TENSION_BOUNDS;
  if (score >= low) return "low";
  if (score > moderate) return "moderate";
  return score > high ? "high" : "very-high";
}
