import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const SEEN = join(tmpdir(), "parley-pictures");

/**
 * How many pixels of a PNG differ from the approved one, `tests/golden/<name>.png`; all of them where none of
 * its size was approved. What was drawn, and where it differs, is kept in `parley-pictures` of the system's
 * temporary folder, to be looked at. With `APPROVE_PICTURES=1` what was drawn becomes the approved picture.
 */
export function differingPixels(name: string, png: Uint8Array): number {
  const approved = join(import.meta.dirname, "..", "golden", `${name}.png`);
  const seen = join(SEEN, name.replaceAll("/", "-"));
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(`${seen}.png`, png);
  // oxlint-disable-next-line node/no-process-env -- a person decides it for one run
  if (process.env["APPROVE_PICTURES"] === "1") writeFileSync(approved, png);
  const now = PNG.sync.read(Buffer.from(png));
  const { width, height } = now;
  if (!existsSync(approved)) return width * height;
  const before = PNG.sync.read(readFileSync(approved));
  if (before.width !== width || before.height !== height) return width * height;
  const marked = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, marked.data, width, height, { threshold: 0.1 });
  if (count > 0) writeFileSync(`${seen}.difference.png`, PNG.sync.write(marked));
  return count;
}
