import { describe, expect, it } from "vitest";
import { at, meeting, NOW } from "../mock/world";
import { featured } from "../src/meetings/featured";
import { dayAfter, durationOf, isAllDay, momentOf } from "../src/meetings/moment";

describe("momentOf", () => {
  it.each([
    ["ended", "09:00", 64],
    ["now", "10:00", 60],
    ["now", "10:04", 60],
    ["soon", "11:00", 60],
    ["later", "11:05", 60],
  ])("is %s for %s and %i minutes", (moment, start, minutes) => {
    expect(momentOf(meeting("a", at(start), minutes), NOW)).toBe(moment);
  });
});

describe("days", () => {
  it("know all-day entries by their midnights, also when a clock changes", () => {
    // In Berlin, 25 October 2026 has 25 hours.
    const start = Date.parse("2026-10-25T00:00:00+02:00");
    expect(isAllDay({ start, end: dayAfter(start) })).toBe(true);
    expect(dayAfter(start) - start).toBe(25 * 3_600_000);
    expect(isAllDay(meeting("a", at("10:00"), 24 * 60))).toBe(false);
  });

  it("tell durations in hours and minutes", () => {
    expect(durationOf(meeting("a", at("10:00"), 90))).toEqual({ hours: 1, minutes: 30 });
  });
});

describe("featured", () => {
  const stretch = meeting("stretch", at("09:00"), 120);
  const planning = meeting("planning", at("10:00"), 60);
  const review = meeting("review", at("11:00"), 60);

  it("is what began last of what is on", () => {
    expect(featured([stretch, planning, review], NOW)).toBe(planning);
  });

  it("is the next one shortly before it begins", () => {
    expect(featured([planning, review], at("10:56"))).toBe(review);
  });

  it("is the next of today, and never tomorrow's", () => {
    expect(featured([review], NOW)).toBe(review);
    expect(featured([meeting("a", at("09:00", "2026-11-24"), 30)], NOW)).toBeNull();
  });

  it("passes over what has no room, and takes an all-day entry last", () => {
    const day = meeting("day", at("00:00"), 24 * 60);
    const walk = meeting("walk", at("10:00"), 60, { way: "none" });
    expect(featured([day, walk], NOW)).toBe(day);
    expect(featured([day, walk, review], NOW)).toBe(review);
  });
});
