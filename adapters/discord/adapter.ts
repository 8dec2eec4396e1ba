import type { Clock } from "../../src/lib/clock.ts";
import type { Log } from "../../src/lib/log.ts";
import type { PlatformAdapter } from "../../src/platform/adapter.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { ConnectionSharing } from "../../src/platform/connection-sharing.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import type { DiscordConfig } from "./config.ts";
import { createCrosspost } from "./crosspost.ts";
import { listenToDiscord } from "./listen.ts";
import { DISCORD_PACE } from "./pace.ts";
import type { DiscordPart } from "./part.ts";
import { probeDiscord } from "./probe.ts";
import { renderDiscord } from "./render.ts";
import { createRest, NO_PATIENCE, SOME_PATIENCE } from "./rest.ts";
import { editPart, sendPart } from "./send.ts";
import type { Sleep } from "./within.ts";

/** What the adapter works with. */
export type DiscordDeps = {
  readonly config: DiscordConfig;
  /** What is offered as slash commands. */
  readonly commands: readonly CommandForm[];
  readonly paint: PaintPicture;
  readonly log: Log;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Shares the gateway's connections with other nodes, where there may be some. */
  readonly sharing?: ConnectionSharing | null;
};

/** Discord, through discord.js. `listen` rejects with a ConfigError when Discord refuses the token. */
export function createDiscordAdapter(deps: DiscordDeps): PlatformAdapter<DiscordPart> {
  const { config, log, clock } = deps;
  const rest = createRest(config, NO_PATIENCE);
  const patientRest = createRest(config, SOME_PATIENCE);
  const crosspost = createCrosspost(rest, log, () => clock.now());
  return {
    platform: "discord",
    pace: DISCORD_PACE,
    listensAlone: deps.sharing === undefined || deps.sharing === null,
    render: renderDiscord,
    async send(to, part, key, signal) {
      const outcome = await sendPart({ ...deps, rest }, to, part, { key, signal });
      if (outcome.kind === "sent") await crosspost(to, outcome.messageId);
      return outcome;
    },
    edit: (to, messageId, part, signal) =>
      editPart({ ...deps, rest }, to, part, { messageId, signal }),
    listen: (conversation, signal, tell = () => undefined) =>
      listenToDiscord({ ...deps, rest, patientRest, tell }, conversation, signal),
    probe: (signal) => probeDiscord({ config, rest, clock }, signal),
  };
}
