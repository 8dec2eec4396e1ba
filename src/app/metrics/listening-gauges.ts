import type { Metrics } from "../../lib/metrics.ts";
import { type Listening, LISTENING_STATES } from "../health/listening.ts";

/** How listening stands on each platform. */
export type ListeningByPlatform = readonly {
  readonly platform: string;
  readonly listening: Listening;
}[];

/** Gauges of how listening stands; each call sets them all. */
export function createListeningGauges(metrics: Metrics): (all: ListeningByPlatform) => void {
  const states = metrics.gauge<{ platform: string; state: Listening["state"] }>({
    name: "parley_listening",
    help: "1 for the state that listening to people on a platform is in, else 0.",
    labels: ["platform", "state"],
  });
  const away = metrics.gauge<{ platform: string }>({
    name: "parley_listening_away_seconds",
    help: "How long nobody was heard on a platform; 0 while people are.",
    labels: ["platform"],
  });
  return (all) => {
    states(
      all.flatMap(({ platform, listening }) =>
        LISTENING_STATES.map((state) => ({
          labels: { platform, state },
          value: listening.state === state ? 1 : 0,
        })),
      ),
    );
    away(
      all.map(({ platform, listening: { awayMs } }) => ({
        labels: { platform },
        value: awayMs / 1_000,
      })),
    );
  };
}
