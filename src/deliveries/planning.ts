import type { DigestStore } from "../digest/digest-store.ts";
import type { Digest } from "../digest/digest.ts";
import type { Log } from "../lib/log.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { Narrator } from "../summarize/narrator.ts";
import type { SkipReason } from "./decide.ts";
import type { DeliveryKind } from "./delivery.ts";
import type { DeliveryStores } from "./delivery-stores.ts";
import type { OccasionKind } from "./occasion.ts";

/** What planning writes together, or not at all. */
export type PlanningStores = DeliveryStores & { readonly digests: DigestStore };

/** The stores, with changes that are made all together; inside, only the stores handed in may be used. */
export type PlanningStore = PlanningStores & {
  transaction<T>(work: (stores: PlanningStores) => Promise<T>): Promise<T>;
};

/** What planning deliveries needs. */
export type PlanningDeps = {
  readonly store: PlanningStore;
  /** Remembers where the talks stood when changes were last looked for. */
  readonly digests: DigestStore;
  /** The talks that are followed. */
  readonly followed: readonly Names[];
  /** Where some talks stand at an instant, without changes. Never asked for inside a transaction. */
  readonly digestOf: (talks: string, at: Date) => Promise<Digest>;
  /** Writes of where the talks stand, where a language model is used. Never asked inside a transaction. */
  readonly narrator?: Pick<Narrator, "narrate" | "prepare"> | null;
  readonly log: Log;
  readonly observe: (planned: Planned) => void;
};

/** What planning came to, for metrics; each several at once. */
export type Planned =
  | { readonly kind: "occasion"; readonly what: OccasionKind["kind"] }
  | { readonly kind: "owed"; readonly delivery: DeliveryKind; readonly count: number }
  | { readonly kind: "held"; readonly count: number }
  | { readonly kind: "skipped"; readonly reason: SkipReason; readonly count: number };

/** The names of some talks; null for those that are no longer followed. */
export const namesOf = (
  { followed }: Pick<PlanningDeps, "followed">,
  talks: string,
): Names | null => followed.find(({ dossier }) => dossier.id === talks) ?? null;
