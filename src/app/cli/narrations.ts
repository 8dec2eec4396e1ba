import type { Config } from "../../config/config.ts";
import { toCalendarDate } from "../../lib/calendar-date.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";

/** `parley narrations --drop`: removes what a language model wrote, of the UTC day or all, from what is kept. */
export function narrationsCommand(
  terminal: Terminal,
  config: Config,
  { drop }: { readonly drop: "today" | "all" },
): Promise<ExitCode> {
  return withStore(terminal, config, async ({ narrations }) => {
    const today = new Date(`${toCalendarDate(terminal.now())}T00:00:00Z`);
    const dropped = await narrations.drop(drop === "all" ? null : today);
    terminal.out(`${dropped} narrations dropped`);
    terminal.err("A Parley that runs still has some in memory; start it anew.");
    return EXIT.ok;
  });
}
