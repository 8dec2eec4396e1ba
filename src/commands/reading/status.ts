import { z } from "zod";
import type { Digest } from "../../digest/digest.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { Reader } from "../../messages/compose-digest.ts";
import { composePart } from "../../messages/compose-part.ts";
import type { ControlRow } from "../../messages/control.ts";
import { disputeBlocks } from "../../messages/digest/disputes.ts";
import { leadBlocks } from "../../messages/digest/narration.ts";
import { roundBlocks } from "../../messages/digest/round.ts";
import { statusBlocks } from "../../messages/digest/status.ts";
import type { Names } from "../../messages/digest/wording.ts";
import type { Message } from "../../messages/message.ts";
import { pictureOf } from "../../messages/picture-of.ts";
import { ownSubscriptions } from "../chat/own-subscriptions.ts";
import type { Asked, Command, CommandContext } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { button } from "../say.ts";
import { countdownBlocks } from "./countdown.ts";
import { narrated } from "./narrated.ts";
import { answerWith, defineReading } from "./reading-command.ts";
import { toldOnce } from "./told-once.ts";

/** `/status`: where the talks stand, in brief. */
export const statusCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "status",
      options: z.object({}),
      answer: async (_, asked, context) => {
        const { talks, now, language, timeZone } = asked;
        const digest = await talks.digest(now, null);
        const reader = { language, timeZone };
        const isPictured = await wantsPicture(asked, context);
        const told = await narrated(digest, asked, context);
        const compose = () => ({
          ...composeStatus(talks.names, told, reader),
          ...(isPictured ? { picture: pictureOf(talks.names, digest, reader) } : {}),
        });
        const form = `status ${isPictured} ${told !== digest}`;
        return answerWith(toldOnce(digest, form, reader, compose));
      },
    },
    followed,
  );

/** What is subscribed to here says whether pictures are wanted; nobody who subscribed to nothing said no. */
async function wantsPicture(asked: Asked, context: CommandContext): Promise<boolean> {
  const own = await ownSubscriptions(asked, context);
  const same = own.filter(
    ({ talks, status }) => talks === asked.talks.names.dossier.id && status.kind !== "ended",
  );
  return same.length === 0 || same.some(({ picture }) => picture);
}

/** Where the talks stand as a message: phase, next round and how long until then, what is disputed. */
export function composeStatus(names: Names, digest: Digest, reader: Reader): Message {
  const message = composePart(names, digest, reader, (part, wording) => [
    ...leadBlocks(part, wording),
    ...statusBlocks(part, wording),
    ...roundBlocks(part, wording),
    ...countdownBlocks(part, wording),
    ...disputeBlocks(part, wording),
  ]);
  return { ...message, controls: controlsOf(digest, reader) };
}

function controlsOf({ talks }: Digest, { language }: Reader): readonly ControlRow[] {
  const phrases = commandCatalogOf(language);
  return [
    [
      button(phrases["button.full"], "digest", { talks, form: "full" }),
      button(phrases["button.why"], "why", { talks }),
    ],
    [
      button(phrases["button.next"], "next", { talks }),
      button(phrases["button.timeline"], "timeline", { talks }),
    ],
    [
      {
        kind: "button",
        label: phrases["button.subscribe"],
        call: { command: "subscribe", options: { talks } },
        weight: "primary",
      },
    ],
  ];
}
