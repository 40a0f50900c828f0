import { describe, expect, it } from "vitest";
import { at, meeting, NOW } from "../mock/world";
import { groupByDay } from "../src/meetings/days";

describe("groupByDay", () => {
  it("parts today, tomorrow and later days", () => {
    const days = groupByDay(
      [
        meeting("a", at("08:30"), 15),
        meeting("b", at("09:00", "2026-11-24"), 45),
        meeting("c", at("09:00", "2026-11-30"), 45),
      ],
      NOW,
    );
    expect(days.map(({ when }) => when)).toEqual(["today", "tomorrow", "later"]);
  });

  it("keeps what began yesterday and goes on under today, and leaves out what is over", () => {
    const night = meeting("night", at("23:00", "2026-11-22"), 12 * 60);
    const over = meeting("over", at("22:00", "2026-11-22"), 60);
    const days = groupByDay([over, night], NOW);
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ when: "today", meetings: [night] });
  });

  it("puts what crosses midnight under the day it begins", () => {
    const late = meeting("late", at("23:00"), 180);
    expect(groupByDay([late], NOW)[0]?.when).toBe("today");
  });
});
