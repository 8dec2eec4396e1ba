import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parley } from "../../../support/terminal.ts";

type Given = { readonly status: number; readonly body: string };

let server: Server;
let port: string;
let given: Given;
let asked: { readonly path: string; readonly token: string }[];
beforeAll(async () => {
  server = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url, token: headers.authorization ?? "" });
    response.writeHead(given.status).end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = String((server.address() as AddressInfo).port);
});
afterAll(() => void server.close());
beforeEach(() => {
  asked = [];
});

const health = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  parley(["health", ...args], { env: { PARLEY_HTTP_PORT: port, ...env } });

const readiness = (status: number, ...checks: readonly object[]): Given => ({
  status,
  body: JSON.stringify({ ready: status === 200, checks }),
});

describe("parley health", () => {
  it("ends with 0 while all is well", async () => {
    given = readiness(200, { name: "store", ok: true, detail: "" }, { name: "feeds", ok: true });
    expect(await health()).toEqual({ code: 0, out: "OK   store\nOK   feeds", err: "" });
    expect(asked).toEqual([{ path: "/readyz", token: "" }]);
  });

  it("ends with 1, and names what is not", async () => {
    given = readiness(503, { name: "telegram", ok: false, detail: "no Bot API answers" });
    expect(await health()).toEqual({
      code: 1,
      out: "FAIL telegram: no Bot API answers",
      err: "",
    });
  });

  it("asks only for life when asked to", async () => {
    given = { status: 200, body: "ok\n" };
    expect(await health(["--live"])).toEqual({ code: 0, out: "ok", err: "" });
    expect(asked).toEqual([{ path: "/healthz", token: "" }]);
  });

  it("shows the operators' token where one is set, and what listens everywhere is asked here", async () => {
    given = readiness(200);
    const token = "a-token-of-sixteen-letters";
    await health([], { PARLEY_METRICS_TOKEN: token, PARLEY_HTTP_HOST: "0.0.0.0" });
    expect(asked).toEqual([{ path: "/readyz", token: `Bearer ${token}` }]);
  });

  it("ends with 1 when nothing answers", async () => {
    const told = await health([], { PARLEY_HTTP_PORT: "1" });
    expect(told).toMatchObject({ code: 1, out: "" });
    expect(told.err).toContain("Nothing answers at http://127.0.0.1:1/readyz");
  });

  it.each(["off", "0"])("cannot be asked where the port is %s", async (PARLEY_HTTP_PORT) => {
    expect(await health([], { PARLEY_HTTP_PORT })).toMatchObject({ code: 2 });
  });
});
