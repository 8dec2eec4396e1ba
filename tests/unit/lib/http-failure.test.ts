import { expect, it } from "vitest";
import { failureOf } from "../../../src/lib/http-failure.ts";

const coded = (code: string, cause?: unknown) => Object.assign(new Error("x", { cause }), { code });
const RUNNING = { stopped: false, timedOut: false };

it.each([
  [coded("DEPTH_ZERO_SELF_SIGNED_CERT"), "tls"],
  [coded("CERT_HAS_EXPIRED"), "tls"],
  [coded("ERR_TLS_CERT_ALTNAME_INVALID"), "tls"],
  [coded("UND_ERR_CONNECT_TIMEOUT"), "timeout"],
  [coded("EAI_AGAIN"), "name-not-found"],
  [coded("Z_DATA_ERROR"), "bad-encoding"],
  [coded("ECONNRESET"), "connection"],
  [coded("UND_ERR_SOCKET", coded("EADDRESSREFUSED")), "address-refused"],
  [new AggregateError([coded("ETIMEDOUT"), coded("ENETUNREACH")]), "timeout"],
  [new Error("plain"), "connection"],
  ["not an error", "connection"],
])("tells what %s came from", (error, reason) => {
  expect(failureOf(error, RUNNING)).toMatchObject({ kind: "failed", reason });
});

it("puts a stopping program before a timeout, and a timeout before what it caused", () => {
  expect(failureOf(coded("ECONNRESET"), { stopped: true, timedOut: true }).reason).toBe("stopped");
  expect(failureOf(coded("ECONNRESET"), { stopped: false, timedOut: true }).reason).toBe("timeout");
});
