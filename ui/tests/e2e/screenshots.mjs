import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openStage } from "./stage.mjs";

/** `npm run screenshots -- FOLDER [STATE…]`: every state, light, dark and right-to-left. */
const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder the pictures go to");
await mkdir(folder, { recursive: true });

/** @type {Record<string, import("./stage.mjs").Look>} */
const looks = {
  light: {},
  dark: { theme: "dark" },
  rtl: { language: "ar" },
  de: { language: "de" },
  wide: { width: 1000 },
  large: { text: 2 },
};

const stage = await openStage();
for (const state of wanted.length > 0 ? wanted : await stage.states()) {
  for (const [name, look] of Object.entries(looks)) {
    const page = await stage.show(state, look);
    await page.screenshot({ path: join(folder, `${state}-${name}.png`) });
    await page.context().close();
  }
}
await stage.close();
