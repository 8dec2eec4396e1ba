import type { EngineName } from "./databases.ts";
import {
  type Arrivals,
  compareArrivals,
  lostArticles,
  owedIn,
  type Progress,
  progressOf,
  reckon,
} from "./reckoning.ts";
import type { World } from "./world.ts";

/** What one run came to: a line of the report. */
export type Outcome = {
  readonly seed: number;
  readonly scenario: string;
  readonly engine: EngineName;
  /** What the fault met: how far the program had got; null where nothing was killed. */
  readonly killedAt: string | null;
  readonly owed: number;
  readonly delivered: number;
  /** Messages that arrived once more, by platform. */
  readonly twice: { readonly telegram: number; readonly discord: number };
  /** Messages that had arrived and were not written down when the fault came: as many may come twice. */
  readonly inFlight: { readonly telegram: number; readonly discord: number };
  readonly articles: number;
  readonly assessmentEqual: boolean;
  readonly ms: number;
  /** What is not as it must be; empty for a run that passed. */
  readonly wrong: readonly string[];
};

/** What a scenario tells of itself. */
export type Told = {
  readonly killedAt: string | null;
  readonly inFlight: Outcome["inFlight"];
  /** What the scenario itself found wrong. */
  readonly wrong: readonly string[];
  /** Where it all lies now, if elsewhere than at the start. */
  readonly world?: World;
};

/** Nothing was under way. */
export const NONE = { telegram: 0, discord: 0 } as const;

/** What had arrived and was not written down. */
export const inFlightOf = ({ unrecorded }: Arrivals): Outcome["inFlight"] => unrecorded;

/** Judges a world whose program has ended. */
export async function judge(
  world: World,
  told: Told,
): Promise<Omit<Outcome, "seed" | "scenario" | "ms">> {
  const { url, engine, chats } = world;
  const progress = await progressOf(url);
  const arrivals = await compareArrivals(world);
  const owed = await owedIn(world);
  const lost = await lostArticles(world);
  const { assessmentEqual, untold } = await reckon(world);
  const { telegram, discord } = arrivals.unrecorded;
  const wrong = [
    ...told.wrong,
    ...unless(progress.occasions > 0, "nothing was told at all"),
    ...unless(progress.due === 0, `${progress.due} deliveries are still due`),
    ...unless(progress.lost === 0, `${progress.lost} deliveries were given up`),
    ...unless(
      progress.alerts === owed.deliveries,
      `${progress.alerts} alerts were owed in the store`,
    ),
    ...unless(progress.held === owed.held, `${progress.held} of ${owed.held} are held back`),
    ...unless(arrivals.missing === 0, `${arrivals.missing} messages never arrived`),
    ...unless(arrivals.foreign === 0, `${arrivals.foreign} messages were owed to nobody`),
    ...unless(discord === 0, `${discord} messages came twice in Discord`),
    ...unless(telegram <= told.inFlight.telegram, `${telegram} came twice in Telegram`),
    ...unless(lost === 0, `${lost} articles are lost`),
    ...unless(untold === 0, `${untold} changes were never told`),
    ...unless(assessmentEqual, "the assessment differs from one made anew"),
    ...[...chats.telegram.violations, ...chats.discord.violations].map((one) =>
      JSON.stringify(one),
    ),
  ];
  return {
    engine,
    killedAt: told.killedAt,
    owed: owed.deliveries,
    delivered: arrivals.recorded,
    twice: { telegram, discord },
    inFlight: told.inFlight,
    articles: progress.articles,
    assessmentEqual,
    wrong,
  };
}

const unless = (holds: boolean, otherwise: string): string[] => (holds ? [] : [otherwise]);

/** How far the program has got, in a few words. */
export const inWords = (p: Progress): string =>
  `${p.articles} articles, ${p.occasions} occasions (${p.unfinished} unfinished), ${p.due} due, ${p.leased} leased, ${p.sent} sent`;

/** A run in which nothing was under way when the fault came. */
export const calm = (killedAt: string | null, wrong: readonly string[]): Told => ({
  killedAt,
  inFlight: NONE,
  wrong,
});
