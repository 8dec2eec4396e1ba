import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { fetchedFrom, sampleArticle } from "../support/store-samples.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const PAGE = readFileSync("docs/operations.md", "utf8");
const MAIN = join(process.cwd(), "src/app/main.ts");
const folder = temporaryFolder();
const run = promisify(execFile);

/** The commands that stand under a heading of the page, to be run as they are. */
function commandsUnder(heading: string): string {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const [, block] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  if (block === undefined) throw new Error(`The page has no commands under ${heading}.`);
  return block;
}

/** Runs commands as an operator does, in a folder that stands for the project's. */
const inShell = (commands: string) =>
  run(
    "sh",
    ["-euc", commands.replaceAll("npm run -s parley --", `"${process.execPath}" "${MAIN}"`)],
    {
      cwd: folder(),
      env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
    },
  );

const article = (id: string, published: string, title: string) => ({
  id,
  url: `https://news.example/${id}`,
  source: "News",
  published,
  title,
});

async function take(name: string, item: object): Promise<void> {
  writeFileSync(`${folder()}/${name}.json`, JSON.stringify([item]));
  await inShell(`npm run -s parley -- ingest --feed ${name}.json`);
}

/** As GitHub names headings. */
const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-")}`;

/** Leaves the database with its last writes still beside it, as when the program is killed. */
async function leaveUnfinished(): Promise<void> {
  const database = `${folder()}/data/parley.db`;
  const store = await openStore(`file:${database}`, () => undefined);
  await store.articles.keep([sampleArticle(1)], fetchedFrom(null));
  const beside = ["-wal", "-shm"].map((end) => [`${database}${end}`, `${folder()}/left${end}`]);
  for (const [from = "", to = ""] of beside) copyFileSync(from, to);
  await store.close();
  for (const [to = "", from = ""] of beside) copyFileSync(from, to);
}

const digest = async (): Promise<string> =>
  (await inShell("npm run -s parley -- digest --format json --at 2026-02-06T00:00:00Z")).stdout;

describe("the page for operators", { timeout: 60_000 }, () => {
  it("restores what its backup kept, though the old database's files lie about", async () => {
    await take(
      "a",
      article("a", "2026-02-05T10:00:00Z", "Iran and US to hold talks in Muscat on Friday"),
    );
    const before = await digest();
    await inShell(commandsUnder("Backup"));
    await take(
      "b",
      article("b", "2026-02-05T12:00:00Z", "Iran and US cancel Friday's talks in Muscat"),
    );
    expect(await digest()).not.toBe(before);
    await leaveUnfinished();
    const { stdout } = await inShell(commandsUnder("Restore"));
    expect(stdout).toMatch(/^OK {3}store: 1 articles/m);
    expect(await digest()).toBe(before);
  });

  const named = [...PAGE.matchAll(/(?:npm run -s parley --|`parley) ([a-z]+)((?: --[a-z]+)*)/g)];
  const commands = new Set(named.map(([, name = "", options = ""]) => `${name}${options}`));

  it.each([...commands])("names a command that there is: parley %s", async (command) => {
    const [name = "", ...options] = command.split(" ");
    const { code, out } = await parley([name, "--help"]);
    expect(code).toBe(0);
    expect(options.filter((option) => !out.includes(option))).toEqual([]);
  });

  it("leads to files that there are, and to headings of its own", () => {
    const links = [...PAGE.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
    const anchors = new Set(
      [...PAGE.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)),
    );
    const leadsNowhere = (link: string) =>
      link.startsWith("#") ? !anchors.has(link) : !existsSync(join("docs", link));
    expect(links.filter((link) => leadsNowhere(link))).toEqual([]);
  });
});
