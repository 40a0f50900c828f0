import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Mode `e2e` builds the window against a mocked bridge, into a folder that is never shipped. */
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: {
    alias: { $locales: folder("../src-tauri/crates/launcher-core/locales") },
    // Svelte's entry for servers cannot mount components.
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  clearScreen: false,
  server: { port: 1420, strictPort: true, fs: { allow: [folder("..")] } },
  build: {
    target: "safari16",
    outDir: mode === "e2e" ? "dist-e2e" : "dist",
    emptyOutDir: true,
    // The policy of the window forbids data: URLs for all but images.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: (mode === "e2e" ? ["mock.html"] : ["index.html", "reminder.html"]).map(folder),
    },
  },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/setup.ts"],
    env: { TZ: "Europe/Berlin" },
    // Roles are looked up slowly in jsdom, and machines that build are busy.
    testTimeout: 20_000,
  },
}));
