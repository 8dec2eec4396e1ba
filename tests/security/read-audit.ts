import { z } from "zod";

/** What a registry knows of the packages that run. */
export type AuditReading =
  | { readonly kind: "clean" }
  /** The names of packages with known weaknesses, each with how grave the gravest is. */
  | { readonly kind: "found"; readonly weaknesses: readonly string[] }
  /** Nobody could be asked, which says nothing of the packages. */
  | { readonly kind: "unreachable"; readonly reason: string };

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
  metadata: z.object({ dependencies: z.object({ total: z.number().min(1) }) }),
});
const Failure = z.object({
  message: z.string().optional(),
  error: z.object({ summary: z.string().optional() }).optional(),
});

/** Reads what `npm audit --json` prints, whether it could ask or not. */
export function readAudit(printed: string): AuditReading {
  const value = parse(printed);
  const report = Report.safeParse(value);
  if (!report.success) return { kind: "unreachable", reason: reasonOf(value) };
  const weaknesses = Object.entries(report.data.vulnerabilities).map(
    ([name, { severity }]) => `${name}: ${severity}`,
  );
  return weaknesses.length === 0 ? { kind: "clean" } : { kind: "found", weaknesses };
}

function parse(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    return null;
  }
}

function reasonOf(value: unknown): string {
  const { data } = Failure.safeParse(value);
  const reason = data?.message ?? data?.error?.summary ?? "npm printed no report";
  return reason.replaceAll(/\s+/g, " ").trim().slice(0, 200);
}
