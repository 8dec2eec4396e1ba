import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const read = (name: string): string => readFileSync(`docs/operations/${name}`, "utf8");

const Service = z.looseObject({
  image: z.string().optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  security_opt: z.array(z.string()),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  privileged: z.boolean().optional(),
  user: z.string().optional(),
  mem_limit: z.string(),
  network_mode: z.string().optional(),
  pid: z.string().optional(),
  devices: z.array(z.string()).optional(),
});
const servicesOf = (file: string) =>
  z.object({ services: z.record(z.string(), Service) }).parse(parse(read(file))).services;

describe("the image", () => {
  const dockerfile = read("Dockerfile");

  it("runs as a user that owns nothing but the data", () => {
    const [, last = ""] = dockerfile
      .split(/^FROM /m)
      .slice(-1)
      .join("")
      .split(/^USER /m);
    expect(last.split("\n")[0]).toBe("node");
    expect(dockerfile).not.toMatch(/^COPY .*--chown/m);
    expect([...dockerfile.matchAll(/chown \S+ (.+)$/gm)].map(([, what]) => what)).toEqual([
      "/data data",
    ]);
  });

  it("is made without running scripts of packages, and without those of developers", () => {
    expect([...dockerfile.matchAll(/npm .+/g)].map(([command]) => command)).toEqual([
      "npm ci --omit=dev --ignore-scripts --no-audit --no-fund",
    ]);
  });

  it("has no secret built into it", () => {
    expect(dockerfile).not.toMatch(/^(?:ARG|ENV).*(?:TOKEN|SECRET|KEY|PASSWORD)/im);
    expect(dockerfile).not.toMatch(/^(?:ADD|COPY)\s+(?:\.|\*|\.env)/m);
    expect(dockerfile).not.toMatch(/\b(?:curl|wget)\b|^ADD\s+https?:/m);
  });
});

describe.each(["compose.yaml", "compose.postgres.yaml"])("%s", (file) => {
  const services = Object.entries(servicesOf(file));

  it.each(services)("gives %s no more rights than it needs", (_, service) => {
    expect(service.security_opt).toContain("no-new-privileges:true");
    expect(service.privileged ?? false).toBe(false);
    expect(service.cap_add).toBeUndefined();
    expect(service.network_mode).toBeUndefined();
    expect(service.pid).toBeUndefined();
    expect(service.devices).toBeUndefined();
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    for (const mount of service.volumes) expect(mount).toMatch(/^[a-z]+:\/[\w/]+$/);
  });

  it("lets Parley write to its data and nowhere else, without any capability", () => {
    const parley = servicesOf(file)["parley"];
    expect(parley?.read_only).toBe(true);
    expect(parley?.cap_drop).toEqual(["ALL"]);
    expect(parley?.user ?? "node").not.toMatch(/^(?:root|0)/);
  });

  it("opens ports to this machine alone", () => {
    for (const [, { ports = [] }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe("the systemd unit", () => {
  const settings = new Map(
    [...read("parley.service").matchAll(/^(\w+)=(.*)$/gm)].map(
      ([, name = "", value = ""]) => [name, value] as const,
    ),
  );

  it.each([
    ["User", "parley"],
    ["NoNewPrivileges", "yes"],
    ["CapabilityBoundingSet", ""],
    ["ProtectSystem", "strict"],
    ["ProtectHome", "yes"],
    ["PrivateTmp", "yes"],
    ["PrivateDevices", "yes"],
    ["ProtectKernelModules", "yes"],
    ["RestrictNamespaces", "yes"],
    ["RestrictSUIDSGID", "yes"],
    ["SystemCallFilter", "@system-service"],
    ["StateDirectoryMode", "0700"],
    ["UMask", "0077"],
  ])("sets %s", (name, value) => {
    expect(settings.get(name)).toBe(value);
  });

  it("limits memory, and writes only where its state is", () => {
    expect(settings.get("MemoryMax")).toMatch(/^\d+M$/);
    expect(settings.has("ReadWritePaths")).toBe(false);
    expect(settings.get("AmbientCapabilities")).toBeUndefined();
  });
});
