/** A local time of day, `HH:MM` from 00:00 to 23:59. */
export type TimeOfDay = string & { readonly __brand: "TimeOfDay" };

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a subscription gets its briefings, in the subscription's own time zone. */
export type Schedule =
  | { readonly kind: "daily"; readonly at: TimeOfDay }
  /** On the working days of the time zone's country. */
  | { readonly kind: "workdays"; readonly at: TimeOfDay }
  | { readonly kind: "weekly"; readonly day: IsoWeekday; readonly at: TimeOfDay }
  /** Five fields: minute, hour, day of month, month, day of week. */
  | { readonly kind: "cron"; readonly expression: string };

/** Local hours in which alerts are held back; `from` later than `until` spans midnight. */
export type QuietHours = { readonly from: TimeOfDay; readonly until: TimeOfDay };
