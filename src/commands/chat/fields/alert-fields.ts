import { ALERT_KINDS, ROUND_MOMENTS } from "../../../deliveries/subscription.ts";
import { severalField } from "./several-field.ts";

/** What is told at once. */
export const alertsField = severalField({
  values: ALERT_KINDS,
  of: ({ alerts }) => alerts,
  to: (current, alerts) => ({ ...current, alerts }),
  label: (kind, { phrases }) => phrases["alert.label"][kind],
});

/** The moments of a round at which a briefing comes. */
export const momentsField = severalField({
  values: ROUND_MOMENTS,
  of: ({ roundMoments }) => roundMoments,
  to: (current, roundMoments) => ({ ...current, roundMoments }),
  label: (moment, { phrases }) => phrases["moment.label"][moment],
});
