import { describe, expect, it } from "vitest";
import { countdown } from "../src/reminder/countdown";
import { untilSettled } from "../src/reminder/settled";
import { keysOf } from "../src/settings/keys";
import { plain } from "./support/bridge";

describe("the countdown of a reminder", () => {
  const start = Date.parse("2026-11-25T10:00:00Z");
  it.each([
    [-240, "in 4 min"],
    [-61, "in 2 min"],
    [-60, "in 60 s"],
    [-1, "in 1 s"],
    [0, "begins now"],
    [59, "begins now"],
    [125, "began 2 min ago"],
  ])("%i s from the start says %s", (seconds, words) => {
    expect(plain(countdown(start, start + seconds * 1000))).toBe(words);
  });
});

describe("a reminder that has just come", () => {
  it("takes no keys until it can have been read", () => {
    let time = 100;
    const holdsKeys = untilSettled(() => time);
    const press = () => {
      const event = new KeyboardEvent("keydown", { key: "Enter", cancelable: true });
      holdsKeys(event);
      return event.defaultPrevented;
    };
    expect(press()).toBe(true);
    time = 799;
    expect(press()).toBe(true);
    time = 800;
    expect(press()).toBe(false);
  });
});

describe("keys of a shortcut", () => {
  const press = (code: string, held: KeyboardEventInit = {}) =>
    keysOf(new KeyboardEvent("keydown", { code, ...held }));

  it("are written as the settings want them, whatever the layout types", () => {
    expect(press("KeyJ", { metaKey: true, shiftKey: true })).toBe("Shift+Super+J");
    expect(press("F9")).toBe("F9");
    expect(press("Digit1", { ctrlKey: true, altKey: true })).toBe("Ctrl+Alt+1");
  });

  it("are none while only modifiers are held, or for a letter alone", () => {
    expect(press("ShiftLeft", { shiftKey: true })).toBeNull();
    expect(press("KeyJ")).toBeNull();
    expect(press("KeyJ", { shiftKey: true })).toBeNull();
  });
});
