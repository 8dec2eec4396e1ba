import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { seededRandom } from "../random.ts";

/** How a feed's server behaves, always. */
export type Behaviour =
  | "well"
  | "not-found"
  | "broken"
  | "busy"
  | "reset"
  | "cut-off"
  | "page"
  | "silent";

/** One feed of the bench: where it is, what it does, and how long its server takes. */
export type PlannedFeed = {
  readonly n: number;
  readonly host: string;
  readonly path: string;
  readonly lang: Language;
  readonly behaviour: Behaviour;
  readonly latencyMs: number;
  readonly items: number;
  /** Whether it has news when it is asked a second time; its server answers 304 else. */
  readonly hasNews: boolean;
};

/** Shares of all feeds that fail in some way: a tenth together. */
const FAILING: readonly (readonly [Behaviour, number])[] = [
  ["not-found", 0.025],
  ["broken", 0.02],
  ["busy", 0.015],
  ["reset", 0.01],
  ["cut-off", 0.015],
  ["page", 0.01],
  ["silent", 0.005],
];

/** A fifth of the feeds are sections of large houses: so many on one host. */
const SECTIONS = 10;
const SHARE_OF_SECTIONS = 0.2;
/** Within a quarter of an hour or so. */
const SHARE_WITH_NEWS = 0.2;

/**
 * `count` feeds, the same for the same seed. Latency is log-normal: half answer within 250 ms, one in a
 * hundred takes more than 2 s. Hosts are addresses of loopback, as Linux has them all.
 */
export function planFeeds(count: number, seed = 11): readonly PlannedFeed[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => ({
    n,
    host: hostOf(n, count),
    path: `/feeds/${n}.xml`,
    lang: LANGUAGES[n % LANGUAGES.length] ?? "en",
    behaviour: behaviourOf(random()),
    latencyMs: Math.round(250 * Math.exp(0.9 * normal(random))),
    items: 10 + Math.floor(random() * 20),
    hasNews: random() < SHARE_WITH_NEWS,
  }));
}

/** The address of a feed on the bench's server. */
export const addressOf = ({ host, path }: PlannedFeed, port: number): string =>
  `http://${host}:${port}${path}`;

function hostOf(n: number, count: number): string {
  const sections = Math.floor(count * SHARE_OF_SECTIONS);
  const host = n < sections ? Math.floor(n / SECTIONS) : n;
  return `127.${1 + (host >> 16)}.${(host >> 8) & 255}.${1 + ((host & 255) % 254)}`;
}

function behaviourOf(drawn: number): Behaviour {
  let below = 0;
  for (const [behaviour, share] of FAILING) {
    below += share;
    if (drawn < below) return behaviour;
  }
  return "well";
}

/** Box and Muller's transform. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
