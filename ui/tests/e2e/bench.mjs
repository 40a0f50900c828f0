import { openStage } from "./stage.mjs";

/**
 * What `cargo xtask bench` measures of the page, in Chromium, on the mocked bridge: a row
 * of JSON for each thing. A keystroke takes from the event to the list as it is laid out.
 */
const WORK = "the page, in Chromium";
/** One frame. */
const GOAL = 16;
const PAINTS = 5;

const stage = await openStage();
for (const count of [1000, 10_000]) {
  const paints = [];
  /** @type {number[]} */
  let keys = [];
  for (let run = 0; run < PAINTS; run += 1) {
    const page = await stage.show(`meetings&meetings=${count}`, { clock: "running" });
    // The page says so itself, as to Rust.
    const said = await page.waitForFunction(
      () => performance.getEntriesByName("painted")[0]?.startTime,
    );
    paints.push(await said.jsonValue());
    if (run === 0) keys = await page.evaluate(typed);
    await page.context().close();
  }
  const meetings = `${count.toLocaleString("en")} meetings`;
  say({ name: `from the address to the painted list, ${meetings}`, values: paints });
  say({ name: `a keystroke in the filter, ${meetings}`, values: keys, goal: GOAL });
}
await stage.close();

/** @param {object} row */
function say(row) {
  console.log(JSON.stringify({ work: WORK, unit: "ms", ...row }));
}

/** In the page: types some words, letter by letter. */
async function typed() {
  const field = /** @type {HTMLInputElement} */ (document.querySelector("[data-query]"));
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  /** @param {string} text */
  const press = (text) =>
    new Promise((done) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        // Whoever asks for a place has the page laid out.
        main.getBoundingClientRect();
        done(performance.now() - pressed);
      });
      seen.observe(main, { childList: true, subtree: true });
      field.value = text;
      const pressed = performance.now();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const times = [];
  // The first word waits for the answer that this is a search.
  await press("re");
  for (const text of ["r", "s", "sy", "re", "rev", "m", "me", "meeting 7", "s", "meeting 77"]) {
    times.push(await press(text));
  }
  return times;
}
