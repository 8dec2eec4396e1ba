/** Where the talks can stand, in their usual order; any phase may recur. */
export const PHASES = [
  "rumoured",
  "proposed",
  "agreed-in-principle",
  "scheduled",
  "in-doubt",
  "postponed",
  "cancelled",
  "underway",
  "adjourned",
  "concluded-with-agreement",
  "concluded-without-agreement",
  "suspended",
  "collapsed",
] as const;

/** Where the talks stand. */
export type Phase = (typeof PHASES)[number];
