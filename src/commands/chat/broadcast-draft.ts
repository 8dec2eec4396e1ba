import { occasionIdOf } from "../../deliveries/identify.ts";
import type { Occasion, OccasionId } from "../../deliveries/occasion.ts";
import type { Language } from "../../lib/language.ts";
import type { Asked, CommandContext } from "../command.ts";

/** An operator's words, by language. */
export type BroadcastWords = Readonly<Partial<Record<Language, string>>>;

const HOUR_MS = 3_600_000;
const DRAFT_MS = HOUR_MS;
/** Whoever sleeps or is offline now may still want to know tomorrow. */
const WORTH_MS = 24 * HOUR_MS;

/**
 * Keeps a broadcast to be confirmed and gives its name. It is kept as an occasion that nobody is left to
 * be told of, in one transaction, so that it cannot go out before it is confirmed.
 */
export async function draftBroadcast(
  words: BroadcastWords,
  { talks, now, asker }: Asked,
  { store }: CommandContext,
): Promise<string> {
  const id = occasionIdOf("broadcast-draft", words, now.getTime(), asker.id);
  const digest = await talks.digest(now, null);
  await store.transaction(async ({ occasions, archive }) => {
    const draft: Occasion = {
      id,
      talks: talks.names.dossier.id,
      at: now,
      expiresAt: new Date(now.getTime() + DRAFT_MS),
      what: { kind: "broadcast", words },
      digest: await archive.keep(digest),
    };
    await occasions.add(draft);
    await occasions.advance(id, null, true);
  });
  return id;
}

/** Has a draft told to all, once however often it is confirmed. */
export async function sendBroadcast(
  name: string,
  { now }: Asked,
  { store }: CommandContext,
): Promise<"sent" | "already" | "stale"> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only looked up
  const draft = await store.occasions.find(name as OccasionId);
  if (draft === null || !isDraft(draft)) return "stale";
  const id = occasionIdOf("broadcast", draft.id);
  if ((await store.occasions.find(id)) !== null) return "already";
  if (draft.expiresAt <= now) return "stale";
  const expiresAt = new Date(now.getTime() + WORTH_MS);
  const isNew = await store.occasions.add({ ...draft, id, at: now, expiresAt });
  return isNew ? "sent" : "already";
}

/** What was sent already is no draft. */
const isDraft = ({ what, at, expiresAt }: Occasion): boolean =>
  what.kind === "broadcast" && expiresAt.getTime() - at.getTime() === DRAFT_MS;
