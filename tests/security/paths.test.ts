import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const folder = temporaryFolder();

const OUTSIDE = "../../outside";
const TRAVERSALS = [OUTSIDE, "..\\..\\outside", "/etc/outside", "%2e%2e%2foutside", "\0outside"];

/** A folder within a folder, in which everything is to stay; gives its database and all that lies around. */
function room(name: string) {
  const place = join(folder(), name, "a", "b");
  mkdirSync(place, { recursive: true });
  const env = { DATABASE_URL: `file:${place}/parley.db`, LOG_LEVEL: "silent" };
  const files = () =>
    globSync("**/*", { cwd: join(folder(), name) })
      .filter((path) => !/^a(?:\/b)?$/.test(path))
      .map((path) => path.replace(/-(?:wal|shm)$/, ""))
      .filter((path, at, all) => all.indexOf(path) === at)
      .toSorted();
  return { place, env, files };
}

it("an OPML file that is imported names no files, whatever its feeds are called", async () => {
  const { place, env, files } = room("opml");
  const outlines = TRAVERSALS.map((path, at) => {
    const text = path.replace("\0", "").replaceAll("&", "&amp;");
    return `<outline text="${text}" parley:id="${text}" parley:owner="${text}" xmlUrl="https://${at}.example/${text}"/><outline text="x" xmlUrl="file://${text}"/>`;
  });
  writeFileSync(
    join(place, "given.opml"),
    `<opml xmlns:parley="urn:parley:feed" version="2.0"><body>${outlines.join("")}</body></opml>`,
  );
  const told = await parley(["import", join(place, "given.opml")], { env });
  expect(told.out).toBe(
    `${TRAVERSALS.length} added, 0 listed already, ${TRAVERSALS.length} left out`,
  );
  await parley(["export"], { env });
  expect(files()).toEqual(["a/b/feeds.opml", "a/b/given.opml"]);
  expect(readFileSync(join(place, "feeds.opml"), "utf8")).not.toContain("file:");
});

it("an items file names no files, whatever its items are called", async () => {
  const { place, env, files } = room("items");
  const items = TRAVERSALS.map((path) => ({
    id: path,
    url: `file://${path}`,
    source: path,
    published: "2026-02-05T10:00:00Z",
    title: `Iran and the US will meet in Muscat on Friday ${path}`,
    lang: "en",
  }));
  writeFileSync(join(place, "items.json"), JSON.stringify(items));
  const digest = await parley(["digest", "--items", join(place, "items.json")], { env });
  expect(digest.code).toBe(0);
  expect(digest.out).not.toContain("file://");
  await parley(["ingest", "--feed", join(place, "items.json")], { env });
  expect(files().filter((path) => !path.startsWith("a/b/parley.db"))).toEqual(["a/b/items.json"]);
});

it.each([OUTSIDE, "/etc/passwd", "..", ".", "__proto__", "iran-us\0", "iran-us.yaml"])(
  "talks called %j are none",
  async (talks) => {
    const told = await parley([
      "digest",
      "--talks",
      talks,
      "--items",
      "seeds/corpus/items.en.json",
    ]);
    expect(told.code).toBe(2);
    expect(told.err).toContain("No talks are called");
  },
);

it("a backup or an export follows no link to another file", async () => {
  const { place, env } = room("backup");
  const precious = join(place, "precious");
  writeFileSync(precious, "precious");
  symlinkSync(precious, join(place, "link"));
  await parley(["ingest", "--feed", "seeds/corpus/items.en.json"], { env });
  for (const command of ["backup", "export"]) {
    const told = await parley([command, join(place, "link")], { env });
    expect(told.code).not.toBe(0);
    expect(readFileSync(precious, "utf8")).toBe("precious");
  }
});

it("the program writes files in few places, each of which an operator named", () => {
  const WRITES =
    /\b(?:writeFile|appendFile|createWriteStream|rename|copyFile|mkdir|symlink|rm|unlink|open)(?:Sync)?\(|vacuum into/;
  const writing = globSync("{src,adapters}/**/*.ts").filter((file) => {
    const source = readFileSync(file, "utf8");
    return source.includes('from "node:fs') && WRITES.test(source);
  });
  expect(writing.toSorted()).toEqual([
    "src/app/added-feeds.ts",
    "src/app/cli/export.ts",
    "src/store/sqlite-backup.ts",
    "src/store/sqlite-database.ts",
  ]);
});
