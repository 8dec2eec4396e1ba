import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;

/** The files of a worker share what they import; a part has workers of its own, so that none grows without end. */
const part = (name: string, folders: readonly string[], others: readonly string[] = []) => ({
  test: {
    name,
    root,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    exclude: others.map((folder) => `tests/${folder}/**`),
    isolate: false,
    restoreMocks: true,
    // No test measures time: these end what hangs, and a loaded machine hangs nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});

const READING = ["articles", "facts", "talks", "digest", "summarize"].map((name) => `unit/${name}`);
const CHATS = ["adapters", "commands", "doubles"].map((name) => `unit/${name}`);
const WHOLE = ["acceptance", "contracts", "security"];

export default defineConfig({
  test: {
    root,
    globalSetup: ["tests/support/postgres-setup.ts"],
    // Tests that wait for processes of their own leave a core to others.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // They run in the order of their names: those that take longest come first.
    projects: [
      ...WHOLE.map((name) => part(name, [name])),
      part("unit-chats", CHATS),
      part("unit-reading", READING),
      part("unit-rest", ["*"], [...WHOLE, ...READING, ...CHATS]),
    ],
    coverage: {
      provider: "v8",
      include: ["src/**", "adapters/**"],
      exclude: ["src/app/**"],
      reporter: ["text-summary"],
    },
  },
});
