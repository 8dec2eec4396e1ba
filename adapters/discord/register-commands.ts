import { DiscordAPIError, type RouteLike, Routes } from "discord.js";
import { backoffMs } from "../../src/lib/backoff.ts";
import type { Log } from "../../src/lib/log.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { DiscordConfig } from "./config.ts";
import { outcomeOf, reasonOf } from "./outcome.ts";
import { isRegistered } from "./registered-commands.ts";
import type { DiscordRest } from "./rest.ts";
import { type SlashCommand, slashCommands } from "./slash-commands.ts";
import type { Sleep } from "./within.ts";

/** What registering commands needs. */
export type RegisteringDeps = {
  readonly config: DiscordConfig;
  readonly commands: readonly CommandForm[];
  readonly rest: DiscordRest;
  readonly log: Log;
  readonly sleep: Sleep;
};

/**
 * Makes Discord offer our commands: to all, or to the servers of the configuration alone. Writes only
 * where what Discord holds differs, tries again through outages, and logs what Discord refuses.
 */
export async function registerCommands(deps: RegisteringDeps, signal: AbortSignal): Promise<void> {
  const { applicationId, guilds } = deps.config;
  const everywhere = guilds.length === 0 ? slashCommands(deps.commands, "everywhere") : [];
  await register(deps, Routes.applicationCommands(applicationId), everywhere, signal);
  const server = slashCommands(deps.commands, "server");
  for (const guild of guilds) {
    const route = Routes.applicationGuildCommands(applicationId, guild);
    await register(deps, route, server, signal);
  }
}

const BACKOFF = { firstMs: 2_000, longestMs: 300_000 };

async function register(
  deps: RegisteringDeps,
  route: RouteLike,
  commands: readonly SlashCommand[],
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await writeWhereDifferent(deps, route, commands, signal);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (signal.aborted) return;
      if (outcome.kind !== "wait" && outcome.kind !== "retry") {
        deps.log.error("Discord refuses the commands", { route, reason: reasonOf(error) });
        return;
      }
      const ms = outcome.kind === "wait" ? outcome.ms : backoffMs(failures, BACKOFF, Math.random);
      deps.log.warn("commands not registered yet", { reason: reasonOf(error), retryInMs: ms });
      await deps.sleep(ms, signal);
    }
  }
}

async function writeWhereDifferent(
  { rest, log }: RegisteringDeps,
  route: RouteLike,
  commands: readonly SlashCommand[],
  signal: AbortSignal,
): Promise<void> {
  const query = new URLSearchParams({ with_localizations: "true" });
  if (isRegistered(await rest.ready().get(route, { query, signal }), commands)) return;
  try {
    await rest.ready().put(route, { body: commands, signal });
  } catch (error) {
    if (!isInvalidForm(error)) throw error;
    log.warn("Discord refuses the commands; trying without translations", {
      reason: reasonOf(error),
    });
    await rest.ready().put(route, { body: commands.map(inEnglish), signal });
  }
  log.info("commands registered with Discord", { route, commands: commands.length });
}

const isInvalidForm = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === 50_035;

/** A locale that Discord comes to refuse must not cost all commands. */
const inEnglish = (command: SlashCommand): SlashCommand => ({
  ...command,
  description_localizations: {},
  options: command.options.map((option) => ({
    ...option,
    description_localizations: {},
    ...(option.choices === undefined
      ? {}
      : { choices: option.choices.map((choice) => ({ ...choice, name_localizations: {} })) }),
  })),
});
