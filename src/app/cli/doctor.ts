import { type Config, parseConfig } from "../../config/config.ts";
import { ConfigError } from "../../config/env.ts";
import { sleep } from "../../lib/clock.ts";
import { openLog } from "../app-log.ts";
import { checkChat } from "../doctor/check-chat.ts";
import { checkFeeds } from "../doctor/check-feeds.ts";
import { checkMachine } from "../doctor/check-machine.ts";
import { checkModel } from "../doctor/check-model.ts";
import { checkSeeds } from "../doctor/check-seeds.ts";
import { checkSettings } from "../doctor/check-settings.ts";
import { checkStore } from "../doctor/check-store.ts";
import { type Finding, warn } from "../doctor/finding.ts";
import { createFeedClient } from "../feed-client.ts";
import { loadFollowed } from "../followed.ts";
import { UsageError } from "../items-file.ts";
import { showProgress } from "../progress.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** What `parley doctor` is asked. */
export type DoctorOptions = { readonly offline?: true };

/** `parley doctor`: checks everything that Parley needs and says how to mend what is wrong. */
export async function doctorCommand(terminal: Terminal, options: DoctorOptions): Promise<ExitCode> {
  const settings = checkSettings(terminal.env);
  const config = settingsOrDefaults(terminal);
  const found: Finding[] = [];
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) terminal.out(lineOf(finding));
    found.push(...findings);
  };
  tell(checkMachine(process.version, terminal.now()));
  tell(settings);
  tell(checkSeeds(config));
  tell(await checkStore(config));
  tell(options.offline === true ? [] : await lookAtFeeds(terminal, config));
  tell(await lookAtChats(terminal, config, options.offline !== true));
  tell(await lookAtModel(terminal, config, options.offline !== true));
  const count = (kind: Finding["kind"]) => found.filter((each) => each.kind === kind).length;
  terminal.out(`\n${count("ok")} ok, ${count("warn")} to look at, ${count("fail")} broken`);
  return count("fail") > 0 ? EXIT.failed : EXIT.ok;
}

/** With wrong settings the rest is checked by the defaults. */
function settingsOrDefaults({ env }: Terminal): Config {
  try {
    return parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return parseConfig({});
    throw error;
  }
}

const LABEL = { ok: "OK  ", warn: "WARN", fail: "FAIL" } as const;

const lineOf = (finding: Finding): string => {
  const line = `${LABEL[finding.kind]} ${finding.about}: ${finding.text}`;
  return finding.kind === "ok" ? line : `${line}\n     ${finding.mend}`;
};

const lookAtChats = (
  terminal: Terminal,
  config: Config,
  online: boolean,
): Promise<readonly Finding[]> =>
  checkChat({
    env: terminal.env,
    log: openLog(terminal, { ...config, LOG_LEVEL: "silent" }),
    clock: { now: terminal.now },
    sleep,
    online,
    signal: terminal.stopSignal(),
  });

const lookAtModel = (
  terminal: Terminal,
  config: Config,
  online: boolean,
): Promise<readonly Finding[]> =>
  checkModel({
    env: terminal.env,
    log: openLog(terminal, { ...config, LOG_LEVEL: "silent" }),
    clock: { now: terminal.now },
    online,
    signal: terminal.stopSignal(),
  });

/** Each feed may take seconds. */
const FEW_FEEDS = 4;

async function lookAtFeeds(terminal: Terminal, config: Config): Promise<Finding[]> {
  const addresses = addressesOf(config);
  const clock = { now: terminal.now };
  const client = createFeedClient(config, clock);
  const progress = showProgress(terminal, "Looking at feeds", addresses.length, FEW_FEEDS);
  const signal = terminal.stopSignal();
  try {
    const deps = { get: client.get, clock, onChecked: progress.step };
    const findings = await checkFeeds(deps, addresses, signal);
    return signal.aborted
      ? [...findings, warn("feeds", "stopped before all were seen", "Run it again.")]
      : findings;
  } finally {
    progress.end();
    await client.close();
  }
}

/** What is wrong with the seeds was told already. */
function addressesOf(config: Config) {
  try {
    return loadFollowed(config).addresses;
  } catch (error) {
    if (error instanceof ConfigError || error instanceof UsageError) return [];
    throw error;
  }
}
