import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres-setup.ts"],
    restoreMocks: true,
    coverage: {
      provider: "v8",
      include: ["src/**", "adapters/**"],
      exclude: ["src/app/**"],
      reporter: ["text-summary"],
    },
  },
});
