import { defineConfig } from "vitest/config";

/** The window in a real browser, on the mocked bridge: see `tests/e2e/`. */
export default defineConfig({
  test: {
    include: ["tests/e2e/**/*.spec.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: the machines have two cores.
    fileParallelism: false,
  },
});
