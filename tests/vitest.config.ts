import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres-setup.ts"],
    restoreMocks: true,
    // No test measures time: these end what hangs, and a loaded machine hangs nothing.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    coverage: {
      provider: "v8",
      include: ["src/**", "adapters/**"],
      exclude: ["src/app/**"],
      reporter: ["text-summary"],
    },
  },
});
