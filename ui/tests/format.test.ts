import { describe, expect, it } from "vitest";
import { at, NOW } from "../mock/world";
import { Formats, localeFor } from "../src/format";
import { pageLanguages } from "../src/settings/languages";

describe("the locale of times", () => {
  it("is the system's if it speaks the language of the texts", () => {
    expect(localeFor("en", "en-GB")).toBe("en-GB");
    expect(localeFor("de", "en-GB")).toBe("de");
  });
});

describe("times", () => {
  const british = new Formats("en", "en-GB");

  it("are in the zone and format of the person", () => {
    expect(british.time(at("14:05"))).toBe("14:05");
    expect(new Formats("en", "en-US").time(at("14:05"))).toMatch(/^2:05\sPM$/);
    expect(british.day(at("14:05"))).toContain("23 November");
  });

  it("count to what is near", () => {
    expect(british.relative(NOW + 120_000, NOW)).toBe("in 2 minutes");
    expect(british.relative(NOW - 240_000, NOW)).toBe("4 minutes ago");
    expect(british.relative(NOW + 3 * 3_600_000, NOW)).toBe("in 3 hours");
    expect(new Formats("ar", "ar").relative(NOW + 120_000, NOW)).toContain("دقيقتين");
  });

  it("say what another zone has, and nothing for a zone nobody knows", () => {
    expect(british.timeIn("America/New_York", at("15:00"), at("16:00"))).toMatch(
      /^09:00\s?[–-]\s?10:00/,
    );
    expect(british.timeIn("Atlantis/Deep", at("15:00"), at("16:00"))).toBeNull();
  });
});

describe("languages of room pages", () => {
  it("are called in the person's language, each number once", () => {
    const german = new Formats("de", "de-DE");
    const all = pageLanguages((tag) => german.language(tag), "de");
    expect(all).toContainEqual({ value: 14, name: "Arabisch" });
    expect(all).toContainEqual({ value: 3, name: "Deutsch (Stud.IP)" });
    expect(new Set(all.map(({ value }) => value)).size).toBe(39);
  });
});
