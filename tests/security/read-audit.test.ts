import { expect, it } from "vitest";
import { type AuditReading, readAudit } from "./read-audit.ts";

const report = (vulnerabilities: object, total = 150) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities,
    metadata: { dependencies: { total } },
  });

it.each<[string, string, AuditReading]>([
  ["nothing found", report({}), { kind: "clean" }],
  [
    "a weakness",
    report({ undici: { name: "undici", severity: "high" } }),
    { kind: "found", weaknesses: ["undici: high"] },
  ],
  [
    "no endpoint",
    '{"message": "405 Method Not Allowed", "error": {"summary": "", "detail": ""}}',
    { kind: "unreachable", reason: "405 Method Not Allowed" },
  ],
  [
    "no network",
    '{"error": {"code": "ENOTFOUND", "summary": "getaddrinfo\\n failed"}}',
    { kind: "unreachable", reason: "getaddrinfo failed" },
  ],
  ["nothing printed", "", { kind: "unreachable", reason: "npm printed no report" }],
  [
    "a report of no packages at all",
    report({}, 0),
    { kind: "unreachable", reason: "npm printed no report" },
  ],
])("tells %s apart", (_, printed, reading) => {
  expect(readAudit(printed)).toEqual(reading);
});
