import { existsSync, writeFileSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import { loadFollowed } from "../followed.ts";
import { UsageError } from "../items-file.ts";
import { writeOpml } from "../opml/write-opml.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** `parley export [FILE]`: the feeds that are read, as OPML 2.0, to a new file or to stdout. */
export function exportCommand(
  terminal: Terminal,
  config: Config,
  { file, talks }: { readonly file?: string; readonly talks?: string },
): ExitCode {
  const { cores, addresses } = loadFollowed(config, talks);
  const title = cores.map(({ names }) => names.dossier.names.en).join(", ");
  const feeds = addresses.flatMap(({ feeds: [first] }) => (first === undefined ? [] : [first]));
  const opml = writeOpml(`Parley: ${title}`, feeds);
  if (file === undefined) terminal.out(opml.trimEnd());
  else writeNew(file, opml);
  return EXIT.ok;
}

function writeNew(file: string, text: string): void {
  if (existsSync(file)) throw new UsageError(`${file} exists already; name a new file.`);
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unwritable";
    throw new UsageError(`${file} cannot be written (${code}). Check the path.`, { cause: error });
  }
}
