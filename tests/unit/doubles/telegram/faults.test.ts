import { describe, expect, it } from "vitest";
import { call, startDouble, TOKEN } from "./call-double.ts";

async function withReader(options: Parameters<typeof startDouble>[0] = {}) {
  const double = await startDouble(options);
  const reader = double.person({});
  reader.says("/start");
  return {
    double,
    reader,
    send: () => call(double, "sendMessage", { chat_id: reader.id, text: "a" }),
  };
}

/** The statuses of thirty sends of which three in ten go wrong. */
async function run(seed: number): Promise<string> {
  const { double, send } = await withReader({ seed });
  double.faults.randomly(0.3, [{ kind: "error", status: 500, description: "Internal" }]);
  const statuses: number[] = [];
  for (let count = 0; count < 30; count += 1) statuses.push((await send()).status);
  return statuses.join();
}

describe("faults", () => {
  it("answer one call with an error and the next as usual", async () => {
    const { double, send } = await withReader();
    double.faults.next("sendMessage", {
      kind: "error",
      status: 429,
      description: "Too Many Requests: retry after 9",
      parameters: { retry_after: 9 },
    });
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 9 } });
    expect(await send()).toMatchObject({ status: 200 });
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ] as const)("break the connection %s the message is sent", async (when, count) => {
    const { double, reader, send } = await withReader();
    double.faults.next("*", { kind: "drop", when });
    await expect(send()).rejects.toThrow("fetch failed");
    expect(reader.heard).toHaveLength(count);
  });

  it("answer with a proxy's page, or with half an answer", async () => {
    const { double, reader, send } = await withReader();
    double.faults.next("sendMessage", { kind: "garbage", as: "html" });
    await expect(send()).rejects.toThrow(/JSON/);
    double.faults.next("sendMessage", { kind: "garbage", as: "truncated" });
    await expect(send()).rejects.toThrow(/JSON/);
    expect(reader.heard).toHaveLength(1);
  });

  it("happen by chance, the same for the same seed", async () => {
    const first = await run(7);
    expect(first).toContain("500");
    expect(await run(7)).toBe(first);
    expect(await run(8)).not.toBe(first);
  });

  it("come back on the same port after a restart, with all that was said", async () => {
    const { double, reader, send } = await withReader();
    await send();
    await double.restart();
    expect(await send()).toMatchObject({ status: 200 });
    expect(reader.heard).toHaveLength(2);
  });

  it("put the Date header ahead", async () => {
    const double = await startDouble({ clock: { now: () => new Date(Date.UTC(2026, 1, 4)) } });
    double.skewDate(90_000);
    const response = await fetch(`${double.root}/bot${TOKEN}/getMe`);
    expect(response.headers.get("date")).toBe("Wed, 04 Feb 2026 00:01:30 GMT");
  });
});
