import { changesSince } from "../digest/changes.ts";
import type { Digest } from "../digest/digest.ts";
import { composeBrief } from "../messages/alerts/compose-brief.ts";
import { composeDigest } from "../messages/compose-digest.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { OutgoingMessage, OwedDelivery } from "./delivery.ts";
import { outgoing } from "./identify.ts";
import type { DigestArchive } from "./occasion.ts";
import type { PlanningDeps } from "./planning.ts";
import type { Subscription } from "./subscription.ts";

/** Some talks as they stand at the instant of a run. */
export type Standing = { readonly names: Names; readonly digest: Digest };

/** A message with the delivery of it. */
export type Owing = { readonly message: OutgoingMessage; readonly owed: OwedDelivery };

/** The digests of one run, and the briefings composed from them. */
export type BriefingDesk = {
  /** Null for talks that are not followed. */
  find(talks: string): Standing | null;
  /** Composes once per talks, digest told before, language, time zone and form. */
  compose(
    standing: Standing,
    subscription: Subscription,
    archive: DigestArchive,
  ): Promise<OutgoingMessage>;
};

/** Asks where all that is followed stands now. */
export async function openDesk(
  { followed, digestOf }: Pick<PlanningDeps, "followed" | "digestOf">,
  now: Date,
): Promise<BriefingDesk> {
  const standings = new Map<string, Standing>();
  for (const names of followed)
    standings.set(names.dossier.id, { names, digest: await digestOf(names.dossier.id, now) });
  const composed = new Map<string, OutgoingMessage>();
  const told = new Map<string, Digest | null>();

  /** A digest that is kept no longer tells of no changes. */
  const toldBefore = async (
    name: string | null,
    archive: DigestArchive,
  ): Promise<Digest | null> => {
    if (name === null) return null;
    const known = told.get(name) ?? (await archive.find(name));
    told.set(name, known);
    return known;
  };

  return {
    find: (talks) => standings.get(talks) ?? null,
    async compose({ names, digest }, subscription, archive) {
      const { talks, toldDigest, language, timeZone, form } = subscription;
      const key = JSON.stringify([talks, toldDigest, language, timeZone, form]);
      const known = composed.get(key);
      if (known !== undefined) return known;
      const before = await toldBefore(toldDigest, archive);
      const changed = { ...digest, changes: changesSince(before, digest) };
      const compose = form === "full" ? composeDigest : composeBrief;
      const message = outgoing(compose(names, changed, { language, timeZone }));
      composed.set(key, message);
      return message;
    },
  };
}
