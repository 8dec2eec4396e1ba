import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FeedServer, startFeedServer } from "../support/feed-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

/** Starts the program as the operator does. */
function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["src/app/main.ts", ...args], {
    env: {
      DATABASE_URL: `file:${folder()}/parley.db`,
      PARLEY_ALLOW_PRIVATE_FEEDS: "true",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function endOf(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (err += data.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

describe("parley as a process", { timeout: 30_000 }, () => {
  it("prints only its result to stdout and ends with 0", async () => {
    const { code, out, err } = await endOf(
      start("digest", "--items", "seeds/corpus/items.en.json", "--format", "json"),
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ talks: "iran-us" });
  });

  it.each([
    [1, ["digest"], "Nothing is kept yet"],
    [2, ["digest", "--talks", "none"], "Choose from"],
    [2, ["--no-such-option"], "unknown option"],
  ])("ends with %i and a message without a stack trace", async (expected, args, message) => {
    const { code, out, err } = await endOf(start(...args));
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at .+:\d+/m);
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends in good order on %s while a feed hangs",
    async (signal) => {
      const path = `/hangs-${signal}`;
      const asked = new Promise<void>((resolve) => server.answer(path, () => resolve()));
      const child = start("ingest", "--feed", `${server.origin}${path}`);
      const ended = endOf(child);
      await asked;
      const at = performance.now();
      child.kill(signal);
      const { code, err } = await ended;
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("Stopped") });
      expect(performance.now() - at).toBeLessThan(5_000);
    },
  );

  it("ends quietly when its reader has seen enough", async () => {
    const items = Array.from({ length: 3_000 }, (_, n) => ({
      id: `${n}`,
      url: "",
      source: "News",
      published: "2026-02-05T10:00:00Z",
      title: `Iran and the US hold talks in Muscat, part ${n}`,
    }));
    writeFileSync(`${folder()}/many.json`, JSON.stringify(items));
    const child = start("extract", "--items", `${folder()}/many.json`);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { err } = await endOf(child);
    expect(err).not.toMatch(/EPIPE|^\s+at /m);
  });
});
