import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

/** The moment all states are made for; see `mock/world.ts`. */
const NOW = new Date("2026-11-23T10:04:00+01:00");
/** That of the window, without the bridge. */
const POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:";
/** The window's as it opens, and the floating reminder's, which stays as it is. */
const SIZES = { window: { width: 460, height: 720 }, reminder: { width: 380, height: 240 } };
const LOCALES = { en: "en-GB", de: "de-DE", ar: "ar-EG" };

/**
 * How a state is looked at. `text` enlarges all text, as 2 for 200 %. A clock that runs is
 * for what measures: the fixed one replaces what tells times in the page.
 *
 * @typedef {{ language?: "en" | "de" | "ar", theme?: "light" | "dark", width?: number,
 *   height?: number, text?: number, clock?: "fixed" | "running" }} Look
 */

/**
 * Whether a state is of the floating reminder, whose size is its own.
 *
 * @param {string} state
 */
export const isFloating = (state) => state.startsWith("reminder-");

/** The window in Debian's Chromium, on the mocked bridge. */
export async function openStage() {
  const server = await preview({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    mode: "e2e",
    build: { outDir: "dist-e2e" },
    preview: { port: 0, host: "127.0.0.1", headers: { "Content-Security-Policy": POLICY } },
    logLevel: "silent",
  });
  const address = server.resolvedUrls?.local[0];
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
  });

  /**
   * What the browser complained about: errors, and what the policy forbids.
   *
   * @type {string[]}
   */
  const troubles = [];

  /**
   * A page in a context of its own: close the context with it.
   *
   * @param {string} state
   * @param {Look} look
   */
  async function show(state, look = {}) {
    const { language = "en", theme = "light", text = 1, clock = "fixed" } = look;
    const viewport = isFloating(state) ? SIZES.reminder : { ...SIZES.window, ...look };
    const context = await browser.newContext({
      viewport: { width: viewport.width, height: viewport.height },
      locale: LOCALES[language],
      timezoneId: "Europe/Berlin",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(`${state}: ${error}`));
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(`${state}: ${message.text()}`);
    });
    if (clock === "fixed") await page.clock.setFixedTime(NOW);
    await page.goto(`${address}mock.html?state=${state}&language=${language}&theme=${theme}`);
    if (text !== 1) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size * 100}%`;
      }, text);
    }
    await page.waitForFunction(() => Reflect.get(window, "mock")?.settled);
    return page;
  }

  /** The names of all states. */
  async function states() {
    const page = await show("meetings");
    /** @type {string[]} */
    const names = await page.evaluate(() => Reflect.get(window, "mock").states);
    await page.context().close();
    return names;
  }

  async function close() {
    await browser.close();
    await server.close();
    if (troubles.length > 0) throw new Error(troubles.join("\n"));
  }

  return { show, states, close };
}
