import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const read = (name: string): string => readFileSync(`docs/operations/${name}`, "utf8");
const Package = z.object({ scripts: z.object({ start: z.string() }) });
const { start } = Package.parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts;
/** What `npm start` gives to Node. */
const STARTED = start.split(" ").slice(1);

describe("the image", () => {
  const dockerfile = read("Dockerfile");
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = ""]) =>
    from.split(" "),
  );

  it("copies what there is, and its ignore list lets it in", () => {
    const letIn = new Set(read("Dockerfile.dockerignore").split("\n"));
    expect(copied).toContain("src");
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(copied.filter((path) => !letIn.has(`!${path}`))).toEqual([]);
    expect(letIn.has("*")).toBe(true);
  });

  it("copies every folder that the program imports from or reads", () => {
    expect(copied).toEqual(expect.arrayContaining(["src", "adapters", "seeds", "package.json"]));
  });

  it("starts Parley as npm start does, and not as root", () => {
    const words = (name: string) => {
      const [, list = "[]"] = new RegExp(`^\\s*${name} (\\[.+\\])$`, "m").exec(dockerfile) ?? [];
      return z.array(z.string()).parse(JSON.parse(list));
    };
    expect([...words("ENTRYPOINT").slice(1), "run"]).toEqual(STARTED);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile.indexOf("USER node")).toBeLessThan(dockerfile.indexOf("ENTRYPOINT"));
  });
});

describe("the compose file", () => {
  const { services, volumes } = z
    .object({
      services: z.object({
        parley: z.looseObject({
          build: z.strictObject({ context: z.string(), dockerfile: z.string() }),
          volumes: z.array(z.string()),
          environment: z.record(z.string(), z.string()),
        }),
      }),
      volumes: z.record(z.string(), z.unknown()),
    })
    .parse(parse(read("compose.yaml")));

  it("builds the image from the project's folder", () => {
    const { context, dockerfile } = services.parley.build;
    expect(existsSync(`docs/operations/${context}/${dockerfile}`)).toBe(true);
  });

  it("keeps the database in a volume that it has", () => {
    const [volume = "", path = ""] = services.parley.volumes[0]?.split(":") ?? [];
    expect(Object.keys(volumes)).toContain(volume);
    expect(services.parley.environment["DATABASE_URL"]).toBe(`file:${path}/parley.db`);
  });
});

describe("the compose file for PostgreSQL", () => {
  const Service = z.looseObject({
    build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
    image: z.string().optional(),
    environment: z.record(z.string(), z.string()),
    secrets: z.array(z.string()),
    networks: z.array(z.string()),
    volumes: z.array(z.string()),
    ports: z.array(z.string()).optional(),
    depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).optional(),
    healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  });
  const { services, networks, volumes, secrets } = z
    .object({
      services: z.strictObject({ parley: Service, postgres: Service }),
      networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
      volumes: z.record(z.string(), z.unknown()),
      secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
    })
    .parse(parse(read("compose.postgres.yaml")));
  const { parley, postgres } = services;

  it("builds the image from the project's folder", () => {
    expect(existsSync(`docs/operations/${parley.build?.context}/${parley.build?.dockerfile}`)).toBe(
      true,
    );
  });

  it("takes every secret from a file, which no repository or image gets", () => {
    const paths = [
      parley.environment["DATABASE_URL_FILE"],
      postgres.environment["POSTGRES_PASSWORD_FILE"],
    ];
    const named = paths.map((path) => path?.replace("/run/secrets/", ""));
    expect(named).toEqual([...parley.secrets, ...postgres.secrets]);
    expect(new Set(Object.keys(secrets))).toEqual(new Set(named));
    for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\.\.\/\.\.\/secrets\//);
    expect(readFileSync(".gitignore", "utf8").split("\n")).toContain("/secrets/");
    expect(parley.environment["DATABASE_URL"]).toBe("");
    expect(read("compose.postgres.yaml")).not.toMatch(/^ +\w*(?:PASSWORD|TOKEN): /m);
  });

  it("lets nobody but Parley reach the database, and keeps it in a volume", () => {
    expect(postgres.ports).toBeUndefined();
    expect(postgres.networks).toEqual(["database"]);
    expect(networks["database"]?.internal).toBe(true);
    expect(parley.networks).toContain("database");
    for (const { volumes: mounts } of [parley, postgres])
      for (const mount of mounts) expect(Object.keys(volumes)).toContain(mount.split(":")[0]);
    expect(postgres.volumes[0]).toMatch(/:\/var\/lib\/postgresql\/data$/);
  });

  it("starts Parley once the database is well", () => {
    expect(postgres.image).toBe("postgres:17");
    expect(postgres.healthcheck?.test).toContain("pg_isready");
    expect(parley.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  });
});

describe("the systemd unit", () => {
  const unit = read("parley.service");

  it("starts Parley as npm start does", () => {
    const [, command = ""] = /^ExecStart=(.+)$/m.exec(unit) ?? [];
    const [node = "", ...given] = command.split(" ");
    expect(given).toEqual(STARTED);
    expect(existsSync(node.replace("/opt/parley/", ""))).toBe(true);
  });

  it("lets it write where its database is", () => {
    expect(unit).toMatch(/^StateDirectory=parley$/m);
    expect(unit).toMatch(/^Environment=DATABASE_URL=file:\/var\/lib\/parley\/parley\.db$/m);
  });
});

describe("the examples of proxies", () => {
  it.each(["nginx.conf", "Caddyfile"])("pass on to where Parley listens: %s", (name) => {
    const [, port] = /^PARLEY_HTTP_PORT=(\d+)$/m.exec(readFileSync(".env.example", "utf8")) ?? [];
    const upstreams = [...read(name).matchAll(/(?:proxy_pass http:\/\/|reverse_proxy )([\d.:]+)/g)];
    expect(upstreams.length).toBeGreaterThan(0);
    for (const [, upstream] of upstreams) expect(upstream).toBe(`127.0.0.1:${port}`);
  });

  it("close what they open", () => {
    for (const name of ["nginx.conf", "Caddyfile"])
      expect(read(name).split("{").length).toBe(read(name).split("}").length);
  });
});
