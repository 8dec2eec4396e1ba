import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { Secret } from "../../../src/lib/secret.ts";
import type { ModelFailure } from "../../../src/summarize/language-model.ts";
import type { Behaviour } from "../../doubles/llm/behaviour.ts";
import { KEY, modelSetting, PATIENCE, PRIVATE, REQUEST, WRITTEN } from "./setting.ts";

const { setting, model } = modelSetting();
const soon = () => AbortSignal.timeout(150);

describe("a model that answers", () => {
  it.each<Behaviour>([
    { kind: "honest" },
    { kind: "fenced" },
    { kind: "thinks" },
    { kind: "slow", ms: 20 },
  ])("is understood when it is $kind", async (behaviour) => {
    setting.double.behave(behaviour);
    expect(await model().write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    expect(setting.calls).toMatchObject([{ purpose: "digest", outcome: "written" }]);
  });

  it("is asked for the same each time: by a schema, at no temperature, with a seed and a length", async () => {
    const asked = model();
    await asked.write(REQUEST, PATIENCE);
    await asked.write(REQUEST, PATIENCE);
    const [first, second] = setting.double.calls.map(({ request }) => request);
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      temperature: 0,
      seed: 1,
      max_tokens: 200,
      messages: [{ role: "system" }, { role: "user", content: REQUEST.prompt }],
    });
    expect(first?.response_format?.type).toBe("json_schema");
  });

  it("is understood where its server lets go of connections that stood idle", async () => {
    const content = JSON.stringify(WRITTEN.value);
    const message = { role: "assistant", content };
    const choices = [{ index: 0, message, finish_reason: "stop" }];
    const used = new WeakSet<object>();
    const server = createServer((request, response) => {
      if (used.has(request.socket)) request.socket.destroy();
      used.add(request.socket);
      request.resume().on("end", () => response.end(JSON.stringify({ choices })));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    const { port } = server.address() as AddressInfo;
    const asked = model({ baseUrl: `http://127.0.0.1:${port}/v1` });
    for (let times = 0; times < 3; times += 1)
      expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    server.close();
    server.closeAllConnections();
  });

  it("needs no key where the server asks for none", async () => {
    const answer = await model({ key: null }).write(REQUEST, PATIENCE);
    expect(answer).toMatchObject({ kind: "failed", reason: "rejected" });
    expect(setting.double.calls[0]?.refused).toContain("didn't provide");
  });

  it("says nothing on the console", async () => {
    const heard = [
      vi.spyOn(console, "warn"),
      vi.spyOn(console, "info"),
      vi.spyOn(console, "error"),
      vi.spyOn(console, "log"),
    ];
    setting.double.able({ formats: [] });
    await model().write(REQUEST, PATIENCE);
    expect(heard.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});

describe("a server that takes less", () => {
  it.each([
    [
      "no schema",
      { formats: ["json_object"] as const },
      { response_format: { type: "json_object" } },
    ],
    ["no response format", { formats: [] }, {}],
    ["no max_tokens", { refused: ["max_tokens"] }, { max_completion_tokens: 200 }],
    ["no temperature", { refused: ["temperature"] }, {}],
    ["no seed", { refused: ["seed"] }, {}],
    [
      "next to nothing",
      { formats: [], refused: ["max_tokens", "temperature", "seed"] },
      { max_completion_tokens: 200 },
    ],
  ])("is asked without it: %s", async (_, abilities, expected) => {
    setting.double.able(abilities);
    const asked = model();
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    expect(setting.double.calls.at(-1)?.request).toMatchObject(expected);
    const before = setting.double.calls.length;
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    expect(setting.double.calls).toHaveLength(before + 1);
    expect(setting.calls).toHaveLength(2);
  });

  it("is given up when nothing is left to leave out", async () => {
    setting.double.behave({
      kind: "error",
      status: 400,
      message: "This model's context is shorter.",
    });
    expect(await model().write(REQUEST, PATIENCE)).toMatchObject({
      kind: "failed",
      reason: "server",
      detail: "HTTP 400",
    });
    expect(setting.double.calls).toHaveLength(3);
  });

  it("is asked for all again where a request failed in every form", async () => {
    setting.double.next(
      ...Array.from({ length: 3 }, () => ({ kind: "error", status: 400 }) as const),
    );
    const asked = model();
    await asked.write(REQUEST, PATIENCE);
    await asked.write(REQUEST, PATIENCE);
    expect(setting.double.calls.at(-1)?.request?.response_format?.type).toBe("json_schema");
  });
});

const FAILURES: readonly (readonly [Behaviour, ModelFailure, string])[] = [
  [{ kind: "malformed" }, "malformed", "no JSON of the shape"],
  [{ kind: "misshapen" }, "malformed", "no JSON of the shape"],
  [{ kind: "says", content: "" }, "malformed", "no JSON of the shape"],
  [{ kind: "says", content: "[".repeat(200_000) }, "malformed", "no JSON of the shape"],
  [{ kind: "says", content: '{"a":'.repeat(100_000) }, "malformed", "no JSON of the shape"],
  [{ kind: "cut-off" }, "malformed", "the answer was cut off"],
  [{ kind: "no-api" }, "malformed", "the answer is none of this API"],
  [{ kind: "huge", bytes: 50_000_000 }, "malformed", "the answer is too long"],
  [{ kind: "refuses", by: "refusal" }, "refused", "the model refused"],
  [{ kind: "refuses", by: "content-filter" }, "refused", "the model refused"],
  [{ kind: "error", status: 400, code: "content_filter" }, "refused", "HTTP 400 content_filter"],
  [{ kind: "error", status: 429, retryAfter: "7" }, "rate-limited", "HTTP 429"],
  [{ kind: "error", status: 500 }, "server", "HTTP 500"],
  [{ kind: "error", status: 503, retryAfter: "soon" }, "server", "HTTP 503"],
  [{ kind: "error", status: 404, code: "model_not_found" }, "rejected", "HTTP 404 model_not_found"],
  [{ kind: "error", status: 401, code: KEY }, "rejected", "HTTP 401"],
  [
    { kind: "error", status: 500, message: `${KEY} ${PRIVATE}`, code: `${PRIVATE} now` },
    "server",
    "HTTP 500",
  ],
  [{ kind: "breaks", after: "nothing" }, "unreachable", "UND_ERR_SOCKET"],
  [{ kind: "breaks", after: "half" }, "unreachable", "UND_ERR_SOCKET"],
  [{ kind: "redirects", to: "http://127.0.0.1:9/" }, "server", "HTTP 307"],
];

describe("a model that fails", () => {
  it.each(FAILURES)("%o is %s", async (behaviour, reason, detail) => {
    setting.double.behave(behaviour);
    expect(await model().write(REQUEST, PATIENCE)).toEqual({ kind: "failed", reason, detail });
    expect(setting.calls).toMatchObject([{ outcome: reason }]);
    expect(setting.lines).toHaveLength(1);
    expect(setting.lines.join()).not.toMatch(new RegExp(`${KEY}|${PRIVATE}`));
  });

  it.each<Behaviour>([
    { kind: "stalls", after: "nothing" },
    { kind: "stalls", after: "half" },
    { kind: "slow", ms: 5_000 },
  ])("%o is late, and the server is hung up on", async (behaviour) => {
    setting.double.behave(behaviour);
    expect(await model().write(REQUEST, soon())).toMatchObject({ kind: "failed", reason: "late" });
    await vi.waitFor(() => expect(setting.double.calls).toMatchObject([{ abandoned: true }]));
  });

  it("is late by our own limit, however patient the asker is", async () => {
    setting.double.behave({ kind: "stalls", after: "nothing" });
    const asked = model({}, { limits: { longestMs: 100 } });
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "late" });
  });

  it("is late at once for whoever has no time, and is not asked", async () => {
    expect(await model().write(REQUEST, AbortSignal.abort())).toMatchObject({ reason: "late" });
    expect(setting.double.calls).toEqual([]);
  });

  it("hangs up on a huge answer after what may be read of it", async () => {
    setting.double.behave({ kind: "huge", bytes: 50_000_000 });
    await model().write(REQUEST, PATIENCE);
    await vi.waitFor(() => expect(setting.double.calls).toMatchObject([{ abandoned: true }]));
  });

  it("is rejected with a wrong key, which is repeated nowhere", async () => {
    const wrong = new Secret("sk-wrong-key-98765");
    expect(await model({ key: wrong }).write(REQUEST, PATIENCE)).toEqual({
      kind: "failed",
      reason: "rejected",
      detail: "HTTP 401 invalid_api_key",
    });
    expect(setting.lines.join()).not.toContain("98765");
  });

  it("cannot be reached where nothing listens", async () => {
    await setting.double.close();
    const answer = await model().write(REQUEST, PATIENCE);
    expect(answer).toEqual({ kind: "failed", reason: "unreachable", detail: "ECONNREFUSED" });
    expect(setting.calls).toMatchObject([{ inputTokens: 0, outputTokens: 0 }]);
  });
});
