import dns from "node:dns";
import { readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { DatabaseSync } from "node:sqlite";

/**
 * What a bent process goes by: how far its clock stands off, and which names it can look up. Names that
 * end in `.test` lead to loopback; no other name is ever asked of the network.
 */
export type Bending = {
  readonly offsetMs: number;
  /** How much time has passed beside the real, on the clock that never goes back. */
  readonly passedMs: number;
  /** All names fail, or those listed; the error that a resolver gives that has no answer. */
  readonly failingNames: "all" | readonly string[];
  /** Whether no SQLite file may grow: SQLite answers as on a full disk. */
  readonly isDiskFull: boolean;
};

/** Names the file that a bent process reads its {@link Bending} from, again and again. */
export const BENDING_FILE = "PARLEY_FAULTS_BENDING";

const LOOK_MS = 20;

/** Bends the clock and the names of this process, as the file says. Loaded before the program. */
function bend(file: string): void {
  let bending = read(file);
  const limitFiles = bendFiles();
  setInterval(() => {
    bending = read(file) ?? bending;
    limitFiles(bending?.isDiskFull ?? false);
  }, LOOK_MS).unref();
  bendClock(() => bending?.offsetMs ?? 0);
  const monotonic = performance.now.bind(performance);
  Object.defineProperty(performance, "now", {
    value: () => monotonic() + (bending?.passedMs ?? 0),
  });
  bendNames(() => bending?.failingNames ?? []);
}

/** Null while the file is being written. */
function read(file: string): Bending | null {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the tests
    return JSON.parse(readFileSync(file, "utf8")) as Bending;
  } catch {
    return null;
  }
}

function bendClock(offsetMs: () => number): void {
  const Real = Date;
  const now = () => Real.now() + offsetMs();
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], made) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed on as given
      Reflect.construct(target, given.length === 0 ? [now()] : given, made) as object,
    apply: () => new Real(now()).toString(),
    // oxlint-disable-next-line typescript/no-unsafe-return -- a property of any type
    get: (target, name, self) => (name === "now" ? now : Reflect.get(target, name, self)),
  });
}

type Told = (error: NodeJS.ErrnoException | null, addresses: dns.LookupAddress[]) => void;

function bendNames(failing: () => Bending["failingNames"]): void {
  const lookup = (name: string, _: unknown, tell: Told): void => {
    const names = failing();
    const fails = names === "all" || names.includes(name) || !name.endsWith(".test");
    setImmediate(() =>
      fails ? tell(notFound(name), []) : tell(null, [{ address: "127.0.0.1", family: 4 }]),
    );
  };
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
}

/**
 * Gives what limits every open SQLite file to the pages it has, by SQLite's own `max_page_count`, and what
 * lifts that again (https://www.sqlite.org/pragma.html#pragma_max_page_count).
 */
function bendFiles(): (isFull: boolean) => void {
  // oxlint-disable-next-line typescript/unbound-method -- called on each database
  const { exec } = DatabaseSync.prototype;
  const open = new Set<DatabaseSync>();
  let isLimited = false;
  const limit = (database: DatabaseSync): void => {
    try {
      exec.call(database, `pragma max_page_count = ${isLimited ? 1 : MOST_PAGES}`);
    } catch {
      open.delete(database);
    }
  };
  // The program sets up each file that it opens by `exec`.
  DatabaseSync.prototype.exec = function limited(this: DatabaseSync, words: string): void {
    exec.call(this, words);
    if (open.has(this)) return;
    open.add(this);
    if (isLimited) limit(this);
  };
  return (isFull) => {
    if (isFull === isLimited) return;
    isLimited = isFull;
    for (const database of open) limit(database);
  };
}

/** As many as SQLite allows. */
const MOST_PAGES = 4_294_967_294;

const notFound = (name: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND", hostname: name });

// oxlint-disable-next-line node/no-process-env -- loaded before the program that reads settings
const file = process.env[BENDING_FILE];
if (file !== undefined && process.execArgv.includes("--import")) bend(file);
