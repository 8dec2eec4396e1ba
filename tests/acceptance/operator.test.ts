import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { sampleNarration } from "../support/narrations.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { parley } from "../support/terminal.ts";

const folder = temporaryFolder();
let stores = 0;
let env: Record<string, string>;
beforeEach(() => {
  stores += 1;
  env = { DATABASE_URL: `file:${folder()}/${stores}/parley.db`, LOG_LEVEL: "silent" };
});

const doctor = (changes: Record<string, string> = {}, now?: string) =>
  parley(["doctor", "--offline"], {
    env: { ...env, ...changes },
    ...(now === undefined ? {} : { now }),
  });

describe("parley doctor --offline", () => {
  it("finds a fresh machine well, and says how to connect a chat", async () => {
    const told = await doctor();
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toMatch(/^OK {3}talks iran-us: /m);
    expect(told.out).toMatch(/^OK {3}store: /m);
    expect(told.out).toMatch(/^WARN Telegram: TELEGRAM_BOT_TOKEN not set\n +Ask @BotFather/m);
    expect(told.out).toContain("0 broken");
  });

  it.each([
    ["PARLEY_TALK", "PARLEY_TALKS"],
    ["TELEGRAM_BOT_TOKN", "TELEGRAM_BOT_TOKEN"],
    ["DATABASE_URI", "DATABASE_URL"],
  ])("asks whether %s was meant to be %s", async (given, meant) => {
    const told = await doctor({ [given]: "value-that-is-not-shown" });
    expect(told.out).toContain(`${given} is no setting of Parley\n     Did you mean ${meant}?`);
    expect(told.out).not.toContain("value-that-is-not-shown");
  });

  it.each([
    ["a wrong setting", { PARLEY_LANG: "de" }, /^FAIL settings: PARLEY_LANG/m],
    ["unknown talks", { PARLEY_TALKS: "mars-venus" }, /^FAIL talks: no talks/m],
    ["a database that is none", { DATABASE_URL: "file:package.json" }, /^FAIL store: /m],
  ])("fails for %s, and goes on checking", async (_, changes, line) => {
    const told = await doctor(changes);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(line);
    expect(told.out).toMatch(/^WARN Discord/m);
  });

  it("distrusts a clock that cannot be right", async () => {
    expect(await doctor({}, "1970-01-01T00:00:00Z")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^FAIL clock: 1970/m),
    });
  });
});

const ITEM = {
  id: "a",
  url: "https://news.example/a",
  source: "News",
  published: "2026-02-05T10:00:00Z",
  title: "Iran and US to hold talks in Muscat on Friday",
};

describe("parley backup", () => {
  it("copies the store to a new file that tells the same digest", async () => {
    const items = `${folder()}/items.json`;
    writeFileSync(items, JSON.stringify([ITEM]));
    await parley(["ingest", "--feed", items], { env });
    const copy = `${folder()}/${stores}/copy.db`;
    const told = await parley(["backup", copy], { env });
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining("1 articles") });
    const digests = await Promise.all(
      [env["DATABASE_URL"] ?? "", `file:${copy}`].map((DATABASE_URL) =>
        parley(["digest", "--format", "json"], { env: { ...env, DATABASE_URL } }),
      ),
    );
    expect(digests[1]?.out).toBe(digests[0]?.out);
    expect(await parley(["backup", copy], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining("exists already"),
    });
  });

  it("has nothing to copy where no store is", async () => {
    expect(await parley(["backup", `${folder()}/none.db`], { env })).toMatchObject({ code: 2 });
  });
});

async function kept(...days: readonly string[]): Promise<void> {
  for (const day of days) {
    const clock = { now: () => new Date(`${day}T00:00:00Z`) };
    const store = await openStore(env["DATABASE_URL"] ?? "", () => undefined, clock);
    await store.narrations.keep(day, sampleNarration());
    await store.close();
  }
}
const drop = (which: string) => parley(["narrations", "--drop", which], { env });

describe("parley narrations --drop", () => {
  it.each([
    ["today", 1],
    ["all", 2],
  ])("drops what is kept of %s", async (which, count) => {
    await kept("2026-02-04", "2026-02-05");
    const told = await drop(which);
    expect(told).toMatchObject({ code: 0, out: `${count} narrations dropped` });
    expect(told.err).toContain("start it anew");
    expect((await drop("all")).out).toBe(`${2 - count} narrations dropped`);
  });

  it("drops nothing that it was not told to", async () => {
    await kept("2026-02-05");
    expect((await parley(["narrations"], { env })).code).toBe(2);
    expect((await drop("tomorrow")).code).toBe(2);
    expect((await drop("all")).out).toBe("1 narrations dropped");
  });
});

describe("parley run", () => {
  it("goes on without a chat platform, and ends at once when asked to", async () => {
    const stop = new AbortController();
    const lines: string[] = [];
    const told = await parley(["run"], {
      env: { ...env, LOG_LEVEL: "info", PARLEY_TALKS: "iran-us" },
      signal: stop.signal,
      onError: (line) => {
        lines.push(line);
        if (line.includes("chat platform")) stop.abort();
      },
    });
    expect(told).toMatchObject({ code: 0, out: "" });
    expect(lines.join("\n")).toContain("@BotFather");
    const store = await openStore(`file:${folder()}/${stores}/parley.db`, () => undefined);
    expect(await store.articles.count()).toBe(0);
    await store.close();
  });
});
