import { isIPv6 } from "node:net";
import { z } from "zod";
import type { WebConfig } from "../../../adapters/web/config.ts";
import { UsageError } from "../items-file.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** What `parley health` is asked. */
export type HealthOptions = { readonly live?: true };

const TIMEOUT_MS = 10_000;

const Readiness = z.object({
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string().default("") })),
});

/**
 * `parley health`: asks the Parley that runs on this machine whether it can do its work, or only whether
 * it lives.
 */
export async function healthCommand(terminal: Terminal, options: HealthOptions): Promise<ExitCode> {
  const config = await webConfigOf(terminal);
  const address = `${originOf(config)}${options.live === true ? "/healthz" : "/readyz"}`;
  const token = config.PARLEY_METRICS_TOKEN?.reveal();
  try {
    const answer = await fetch(address, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    terminal.out(readable(await answer.text()));
    return answer.ok ? EXIT.ok : EXIT.failed;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : "unknown error";
    terminal.err(`Nothing answers at ${address}: ${why}`);
    return EXIT.failed;
  }
}

async function webConfigOf({ env }: Terminal): Promise<WebConfig> {
  const { parseWebConfig } = await import("../../../adapters/web/config.ts");
  const config = parseWebConfig(env);
  if (config === null || config.PARLEY_HTTP_PORT === 0)
    throw new UsageError("Give PARLEY_HTTP_PORT a port, so that health can be asked for there.");
  return config;
}

/** Where the web listens, as seen from here: what listens on every address listens on the loopback. */
function originOf({ PARLEY_HTTP_HOST: host, PARLEY_HTTP_PORT: port }: WebConfig): string {
  const near = new Map([
    ["0.0.0.0", "127.0.0.1"],
    ["::", "::1"],
  ]).get(host);
  const asked = near ?? host;
  return `http://${isIPv6(asked) ? `[${asked}]` : asked}:${port}`;
}

/** A line for each check; what is no list of checks as it is. */
function readable(body: string): string {
  const read = Readiness.safeParse(parsed(body));
  if (!read.success) return body.trimEnd().slice(0, 1_000);
  return read.data.checks
    .map(
      ({ name, ok, detail }) =>
        `${ok ? "OK  " : "FAIL"} ${name}${detail === "" ? "" : `: ${detail}`}`,
    )
    .join("\n");
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
