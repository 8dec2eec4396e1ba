import { changesSince } from "../digest/changes.ts";
import type { Digest } from "../digest/digest.ts";
import type { Narration } from "../digest/narration.ts";
import { composeBrief } from "../messages/alerts/compose-brief.ts";
import { composeDigest } from "../messages/compose-digest.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { Message } from "../messages/message.ts";
import type { OutgoingMessage, OwedDelivery } from "./delivery.ts";
import { outgoing } from "./identify.ts";
import type { DigestArchive } from "./occasion.ts";
import type { PlanningDeps } from "./planning.ts";
import type { Subscription } from "./subscription.ts";
import { withPicture } from "./with-picture.ts";

/** Some talks as they stand at the instant of a run. */
export type Standing = { readonly names: Names; readonly digest: Digest };

/** A message with the delivery of it. */
export type Owing = { readonly message: OutgoingMessage; readonly owed: OwedDelivery };

/** The digests of one run, and the messages composed from them. */
export type BriefingDesk = {
  /** Null for talks that are not followed. */
  find(talks: string): Standing | null;
  /** A digest that was told before; null once it is no longer kept. */
  archived(name: string, archive: DigestArchive): Promise<Digest | null>;
  /** Composes what `about` names once for all readers of a language, time zone and form, with and without picture. */
  composeOnce(
    about: readonly unknown[],
    reader: Pick<Subscription, "language" | "timeZone" | "form" | "picture">,
    write: () => Message,
  ): OutgoingMessage;
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
  return {
    find: (talks) => standings.get(talks) ?? null,
    async archived(name, archive) {
      const known = told.get(name) ?? (await archive.find(name));
      told.set(name, known);
      return known;
    },
    composeOnce(about, { language, timeZone, form, picture }, write) {
      const key = JSON.stringify([about, language, timeZone, form, picture]);
      const message = composed.get(key) ?? outgoing(write());
      composed.set(key, message);
      return message;
    },
  };
}

/** Who is briefed, and what a model wrote for him. */
export type Briefed = {
  readonly subscription: Subscription;
  readonly narration: Narration | null;
  readonly archive: DigestArchive;
};

/** The briefing of a subscription, with what changed since the one before. */
export async function composeBriefing(
  desk: BriefingDesk,
  { names, digest }: Standing,
  { subscription, narration, archive }: Briefed,
): Promise<OutgoingMessage> {
  const { talks, toldDigest, language, timeZone, form } = subscription;
  const before = toldDigest === null ? null : await desk.archived(toldDigest, archive);
  const about = ["briefing", talks, toldDigest, narration !== null];
  return desk.composeOnce(about, subscription, () => {
    const changed = { ...digest, changes: changesSince(before, digest), narration };
    const compose = form === "full" ? composeDigest : composeBrief;
    const message = compose(names, changed, { language, timeZone });
    return withPicture(message, { names, digest }, subscription);
  });
}
