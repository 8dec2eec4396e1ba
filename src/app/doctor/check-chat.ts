import { type Env, ConfigError } from "../../config/env.ts";
import type { PlatformAdapter } from "../../platform/adapter.ts";
import { type PlatformDeps, type PlatformEntry, PLATFORMS } from "../bot/platforms.ts";
import { fail, type Finding, ok, warn } from "./finding.ts";

/** How long a platform has to say who we are, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What trying the chat platforms needs; `online` is false when the network is to be left alone. */
export type ChatCheck = Omit<PlatformDeps, "commands" | "paint"> & {
  readonly env: Env;
  readonly online: boolean;
  readonly signal: AbortSignal;
};

/** Whether each chat platform has its settings, and takes the token that they hold. */
export const checkChat = async (check: ChatCheck): Promise<readonly Finding[]> =>
  (await Promise.all(PLATFORMS.map((entry) => checkPlatform(entry, check)))).flat();

async function checkPlatform(
  entry: PlatformEntry,
  { online, signal, ...deps }: ChatCheck,
): Promise<readonly Finding[]> {
  const { name, settings, how } = entry;
  try {
    const adapter = await entry.connect({ ...deps, commands: [], paint: nothingIsSent });
    if (adapter === null) return [warn(name, `${settings.join(" and ")} not set`, how)];
    if (!online) return [ok(name, "its settings are there; the token was not tried")];
    return await probe(name, adapter, signal);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) =>
      fail(name, problem, "Correct it in .env; .env.example explains every setting."),
    );
  }
}

const nothingIsSent = () => Promise.reject(new Error("no message is sent from here"));

async function probe(
  name: string,
  adapter: PlatformAdapter,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const answer = await adapter.probe(AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
  if (!answer.ok) return [fail(name, answer.problem, answer.advice)];
  const remarks = answer.remarks.map((remark) => warn(name, remark, "Look into it."));
  return [ok(name, `speaks as ${answer.account}`), ...remarks];
}
