import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

/** The moment all states are made for; see `mock/world.ts`. */
const NOW = new Date("2026-11-23T10:04:00+01:00");

/**
 * The window in Debian's Chromium, on the mocked bridge.
 *
 * @typedef {{ language?: string, theme?: string, width?: number, height?: number, text?: number }} Look
 */
export async function openStage() {
    const server = await preview({
        root: fileURLToPath(new URL("../..", import.meta.url)),
        mode: "e2e",
        build: { outDir: "dist-e2e" },
        preview: { port: 0, host: "127.0.0.1" },
        logLevel: "silent",
    });
    const address = server.resolvedUrls?.local[0];
    const browser = await chromium.launch({
        executablePath: "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    });

    return {
        /**
         * Opens a state. `text` enlarges all text, as 2 for 200 %.
         *
         * @param {string} state
         * @param {Look} look
         */
        async show(state, look = {}) {
            const { language = "en", theme = "light", width = 460, height = 720, text = 1 } = look;
            const context = await browser.newContext({
                viewport: { width, height },
                locale: { en: "en-GB", de: "de-DE", ar: "ar-EG" }[language],
                timezoneId: "Europe/Berlin",
                reducedMotion: "reduce",
            });
            const page = await context.newPage();
            await page.clock.setFixedTime(NOW);
            await page.goto(
                `${address}mock.html?state=${state}&language=${language}&theme=${theme}`,
            );
            if (text !== 1) {
                await page.evaluate((size) => {
                    document.documentElement.style.fontSize = `${size * 100}%`;
                }, text);
            }
            await page.waitForFunction(() => /** @type {any} */ (window).mock?.settled);
            await page.evaluate(() => document.fonts.ready);
            return page;
        },

        async states() {
            const page = await this.show("meetings");
            const names = await page.evaluate(() => /** @type {any} */ (window).mock.states);
            await page.context().close();
            return /** @type {string[]} */ (names);
        },

        async close() {
            await browser.close();
            await server.close();
        },
    };
}
