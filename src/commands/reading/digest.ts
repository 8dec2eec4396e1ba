import { z } from "zod";
import { inEveryLanguage } from "../../i18n/commands/catalog.ts";
import { composeBrief } from "../../messages/alerts/compose-brief.ts";
import { composeDigest } from "../../messages/compose-digest.ts";
import type { OptionForm } from "../../platform/command-form.ts";
import type { Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { instantOf, pastOption } from "./instant-option.ts";
import { answerWith, defineReading, optionOf } from "./reading-command.ts";
import { narrated } from "./narrated.ts";
import { nextControls } from "./next-controls.ts";
import { toldOnce } from "./told-once.ts";

const DAY_MS = 86_400_000;
const LONGEST_SINCE_MS = 30 * DAY_MS;

const FORM: OptionForm = optionOf("form", {
  kind: "choice",
  choices: (["brief", "full"] as const).map((value) => ({
    value,
    label: inEveryLanguage((phrases) => phrases.choice[value]),
  })),
});

/** `/digest`: where the talks stand in full, with what changed since a time; a day when none is given. */
export const digestCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "digest",
      forms: [FORM, optionOf("since", { kind: "completed" })],
      bare: ["form", "since"],
      options: z.object({
        form: z.enum(["brief", "full"]).default("full"),
        since: pastOption(LONGEST_SINCE_MS).default({ kind: "ago", ms: DAY_MS }),
      }),
      answer: async ({ form, since }, asked, context) => {
        const { talks, now, language, timeZone } = asked;
        const digest = await talks.digest(now, toMinute(instantOf(since, now, timeZone)));
        const told = await narrated(digest, asked, context);
        const compose = form === "full" ? composeDigest : composeBrief;
        const reader = { language, timeZone };
        const message = toldOnce(digest, `digest ${form} ${told !== digest}`, reader, () => ({
          ...compose(talks.names, told, reader),
          controls: nextControls(digest.talks, language, "digest"),
        }));
        return answerWith(message);
      },
      complete: ({ typed }) =>
        Promise.resolve(
          ["6h", "24h", "2d", "7d", "30d"]
            .filter((length) => length.startsWith(typed))
            .map((length) => ({ label: length, value: length })),
        ),
    },
    followed,
  );

/** Readers who ask within a minute are answered alike. */
const toMinute = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);
