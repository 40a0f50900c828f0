import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

/** Draws `icons/tray/*.svg` as PNG of 22 and 44 pixels: `npm run tray-icons`. */
const FOLDER = new URL("../../icons/tray/", import.meta.url);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const scale of [1, 2]) {
  const page = await browser.newPage({
    viewport: { width: 22, height: 22 },
    deviceScaleFactor: scale,
  });
  for (const name of ["idle", "soon", "live", "error"]) {
    const drawing = await readFile(new URL(`${name}.svg`, FOLDER), "utf8");
    await page.setContent(`<body style="margin: 0; line-height: 0">${drawing}`);
    const picture = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${name}${scale === 2 ? "@2x" : ""}.png`, FOLDER), picture);
  }
}
await browser.close();
