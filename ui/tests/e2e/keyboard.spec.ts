import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage } from "./stage.mjs";

/** The window without a mouse: what is pressed is all there is. */

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const calls = (page: Page, command: string) =>
  page.evaluate(
    (wanted) =>
      (Reflect.get(window, "mock").bridge.calls as { command: string; args: unknown }[])
        .filter(({ command }) => command === wanted)
        .map(({ args }) => args),
    command,
  );

/** Tab until the focus is on something with this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute("aria-label");
      const labelled = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : "";
      return (label || labelled || element?.textContent || "").replace(/[\u2066-\u2069]/g, "");
    });
    if (name.test(focused.trim())) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}`);
}

const press = async (page: Page, name: RegExp) => {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
};

describe("by keyboard only", () => {
  it("a server is added at the first run, and a room joined", async () => {
    const page = await stage.show("first-run");
    await page.keyboard.type("meet.example.org");
    await page.keyboard.press("Enter");
    await page.getByLabel("Password").waitFor();
    await page.keyboard.type("jo.doe");
    await page.keyboard.press("Tab");
    await page.keyboard.type("secret");
    await page.keyboard.press("Enter");
    await page.getByText("Server added").waitFor();
    expect(await calls(page, "check_account")).toEqual([{ login: "jo.doe", password: "secret" }]);
    await page.keyboard.press("Enter");
    await page.getByText("Nothing planned for today").waitFor();
    expect(await calls(page, "save_server")).toHaveLength(1);
    await page.context().close();
  });

  it("a meeting is found, joined, and the result put away", async () => {
    const page = await stage.show("meetings");
    await page.keyboard.press("Control+j");
    await page.keyboard.type("design");
    await page.locator(".enter").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Opened in your browser").waitFor();
    expect(await calls(page, "join")).toHaveLength(1);
    await press(page, /^Close$/);
    await page.locator(".card.opened").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("letters go to the field wherever the focus is, arrows to the rows", async () => {
    const page = await stage.show("meetings");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const key = await page.evaluate(() => (document.activeElement as HTMLElement).dataset["key"]);
    expect(key).toContain("Stand-up");
    await page.keyboard.press("Control+c");
    expect(await calls(page, "copy")).toEqual([{ what: { what: "room-link", key } }]);
    await page.keyboard.type("ada");
    expect(await page.locator("[data-query]").inputValue()).toBe("ada");
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-query]").inputValue()).toBe("");
    await page.context().close();
  });

  it("the menu of a row copies its links, and gives the focus back", async () => {
    const page = await stage.show("meetings");
    await tabTo(page, /^More$/);
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "More",
    );
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await calls(page, "copy")).toMatchObject([{ what: { what: "app-link" } }]);
    await page.context().close();
  });

  it("a server is changed, removed and brought back", async () => {
    const page = await stage.show("meetings");
    await page.keyboard.press("Control+,");
    await press(page, /^Work/);
    await tabTo(page, /^Name$/);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Office");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Office" }).waitFor();
    await press(page, /^Remove this server$/);
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await press(page, /^Undo$/);
    await page.getByRole("button", { name: /^Office/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("textbox").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-focus"))).toBe(
      "settings",
    );
    await page.context().close();
  });

  it("a link that asks is answered, and Escape means no", async () => {
    const page = await stage.show("question");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await calls(page, "answer_link")).toEqual([{ to: 1, answer: { answer: "dismiss" } }]);
    await page.context().close();
  });

  it("Escape closes the introduction, and focus is where it was opened", async () => {
    const page = await stage.show("server");
    await press(page, /^Introduce/);
    await page.getByRole("img", { name: /QR code/ }).waitFor();
    await press(page, /^Copy$/);
    expect(await calls(page, "copy")).toHaveLength(1);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: "Work" }).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-focus"))).toBe(
      "introduce",
    );
    await page.context().close();
  });

  it("Escape closes the question before closing, and nothing behind it", async () => {
    const page = await stage.show("settings");
    await page.evaluate(() => Reflect.get(window, "mock").emit("closing", null));
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { name: "Settings" }).count()).toBe(1);
    await page.context().close();
  });

  it("the command to bind is on the clipboard where there are no shortcuts", async () => {
    const page = await stage.show("settings-shortcut-unsupported");
    await press(page, /^Copy$/);
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await page.locator("[data-focus=back], header button").first().click();
    await page.locator("[data-query]").click();
    await page.keyboard.press("Control+v");
    expect(await page.locator("[data-query]").inputValue()).toBe("openmeetings join-next");
    await page.context().close();
  });

  it("problems are looked for, and what is well is unfolded", async () => {
    const page = await stage.show("diagnosis-failed");
    await press(page, /^Look for problems$/);
    await page.getByText("Something does not work").waitFor();
    expect(await calls(page, "diagnose")).toHaveLength(2);
    const well = page.getByText("It answers within 12 ms");
    expect(await well.isVisible()).toBe(false);
    await press(page, /^1 thing is well$/);
    await well.waitFor();
    await page.context().close();
  });
});
