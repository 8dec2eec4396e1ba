import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
let child: ChildProcess | null = null;

afterEach(() => {
  child?.kill("SIGKILL");
  child = null;
});

type Line = Readonly<Record<string, unknown>>;

/** Starts the program as `npm start` does, with no feed in reach and no chat connected. */
function start(env: Readonly<Record<string, string>>) {
  const running = spawn(process.execPath, ["src/app/main.ts", "run"], {
    env: { DATABASE_URL: `file:${folder()}/${process.hrtime.bigint()}/parley.db`, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child = running;
  const lines: Line[] = [];
  const waiting: { readonly event: string; readonly resolve: (line: Line) => void }[] = [];
  let rest = "";
  running.stderr.on("data", (data: Buffer) => {
    const whole = (rest + data.toString()).split("\n");
    rest = whole.pop() ?? "";
    for (const text of whole) {
      const line = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
      lines.push(line);
      for (const { event, resolve } of waiting) if (line["msg"] === event) resolve(line);
    }
  });
  return {
    logged: async (event: string): Promise<Line> =>
      lines.find((line) => line["msg"] === event) ??
      new Promise((resolve) => void waiting.push({ event, resolve })),
    stop: async (): Promise<unknown> => {
      const ended = once(running, "close");
      running.kill("SIGTERM");
      const [code] = await ended;
      return code;
    },
  };
}

it("serves the page beside the bots, and ends at once though readers follow it", async () => {
  const program = start({ PARLEY_HTTP_PORT: "0", PARLEY_LANG: "fa" });
  const { port } = await program.logged("page served");
  const origin = `http://127.0.0.1:${String(port)}`;

  const home = await (await fetch(origin, { headers: { "accept-language": "tr" } })).text();
  expect(home).toContain('<html lang="fa"');
  const page = await fetch(`${origin}/iran-us/ar`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<h1>")]);
  expect(await (await fetch(`${origin}/healthz`)).text()).toBe("ok\n");
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain("# TYPE parley_");

  const streams = await Promise.all([1, 2, 3].map(() => fetch(`${origin}/iran-us/en/events`)));
  const begun = performance.now();
  expect(await program.stop()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(8_000);
  for (const stream of streams) expect(await stream.text()).toContain("event: version");
}, 60_000);

it("goes on without the page where the port is taken, and says how to mend it", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const program = start({ PARLEY_HTTP_PORT: String(port) });
  expect(await program.logged("page not served")).toMatchObject({
    port,
    mend: expect.stringContaining("PARLEY_HTTP_PORT"),
  });
  expect(await program.stop()).toBe(0);
  other.close();
}, 60_000);
