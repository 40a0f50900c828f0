import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFloating, type Look, openStage } from "./stage.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let stage: Awaited<ReturnType<typeof openStage>>;
let states: string[];
let axe: string;

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  stage = await openStage();
  states = await stage.states();
});
afterAll(() => stage.close());

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { passes, violations } = await Reflect.get(window, "axe").run(document, {
      runOnly: tags,
    });
    if (passes.length < 5) return ["axe found next to nothing to look at"];
    type Found = { id: string; nodes: { target: string[]; failureSummary: string }[] };
    return violations.flatMap(({ id, nodes }: Found) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  }, RULES);
}

/** What does not fit: the page beyond the window, or text beyond what cuts it off. */
function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("body *")];
    const found = all.filter((element) => {
      if (element.closest(".unseen, svg, select, textarea, input")) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      // Names of others may end in dots, but not because text was enlarged.
      const isEnlarged = document.documentElement.style.fontSize !== "";
      if (textOverflow === "ellipsis" && !isEnlarged) return false;
      const isCut = element.scrollWidth > element.clientWidth + 1;
      const box = element.getBoundingClientRect();
      const isBeyond = box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
      return (isCut && overflowX !== "visible") || isBeyond;
    });
    return found.map((element) => `${element.tagName}.${element.className}`);
  });
}

type Findings = Record<string, string[]>;

/** Looks at every state, two at a time: that is what the machines have. */
async function eachState(look: Look, examine: (page: Page, state: string) => Promise<string[]>) {
  const findings: Findings = {};
  const waiting = [...states];
  const work = async () => {
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      const page = await stage.show(state, look);
      const found = await examine(page, state);
      if (found.length > 0) findings[state] = found;
      await page.context().close();
    }
  };
  await Promise.all([work(), work()]);
  return findings;
}

describe("every state", () => {
  it("has no violation of WCAG 2.2 AA in light and dark", { timeout: 600_000 }, async () => {
    const findings = await eachState({}, async (page) => {
      const light = await violations(page);
      await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
      return [...light, ...(await violations(page))];
    });
    expect(findings).toEqual({});
  });

  it("has none from right to left, and fits there", { timeout: 600_000 }, async () => {
    const findings = await eachState({ language: "ar", theme: "dark" }, async (page) => {
      return [...(await violations(page)), ...(await overflows(page))];
    });
    expect(findings).toEqual({});
  });

  it("holds long words, a narrow window and text of 200 %", { timeout: 600_000 }, async () => {
    const findings = await eachState({ language: "de", width: 360 }, async (page, state) => {
      const narrow = await overflows(page);
      if (!isFloating(state)) await page.setViewportSize({ width: 460, height: 720 });
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      return [...narrow, ...(await overflows(page))];
    });
    expect(findings).toEqual({});
  });
});

describe("the floating reminder", () => {
  const looks: Look[] = [{}, { language: "de" }, { language: "ar" }, { language: "de", text: 2 }];

  it("has its verbs in sight, whatever it has to say", { timeout: 300_000 }, async () => {
    const hidden: string[] = [];
    for (const state of states.filter(isFloating)) {
      for (const look of looks) {
        const page = await stage.show(state, look);
        const inSight = await page.evaluate(() =>
          [...document.querySelectorAll("section:first-of-type .button")].every((button) => {
            const { top, bottom, left, right } = button.getBoundingClientRect();
            const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return bottom <= innerHeight && right <= innerWidth && left >= 0 && at === button;
          }),
        );
        if (!inSight) hidden.push(`${state} ${JSON.stringify(look)}`);
        await page.context().close();
      }
    }
    expect(hidden).toEqual([]);
  });
});
