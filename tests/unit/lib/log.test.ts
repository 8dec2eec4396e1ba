import { expect, it } from "vitest";
import { createLog } from "../../../src/lib/log.ts";
import { Secret } from "../../../src/lib/secret.ts";

function logged(secrets: string[], say: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    secrets: secrets.map((secret) => new Secret(secret)),
    write: (line) => lines.push(line),
  });
  say(log);
  return lines.join("");
}

it("writes one line of JSON an event", () => {
  const line = logged([], (log) => log.info("feed polled", { feed: "irna-fa", items: 3 }));

  expect(JSON.parse(line)).toMatchObject({ msg: "feed polled", feed: "irna-fa", items: 3 });
  expect(line.endsWith("\n")).toBe(true);
});

it("scrubs a secret from fields, from URLs and from the causes of errors", () => {
  const line = logged(['12:a"b/c'], (log) => {
    const cause = new Error('GET https://api.example/bot12:a"b/c/getMe failed');
    log.error("send failed", {
      err: new Error("no answer", { cause }),
      url: "https://x.example/?token=12%3Aa%22b%2Fc",
      token: new Secret('12:a"b/c'),
    });
  });

  expect(line).not.toMatch(/12:a|12%3A/);
  expect(line.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(3);
});

it("lets no control character reach a terminal", () => {
  const line = logged([], (log) => log.warn("odd", { title: "a\u001b[2Jb\u009bc\u202ed\ne" }));

  expect(line.trimEnd()).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(line)).toMatchObject({ title: "a\u001b[2Jb\u009bc\u202ed\ne" });
});

it("writes nothing below its level", () => {
  expect(logged([], (log) => log.debug("chatter"))).toBe("");
});
