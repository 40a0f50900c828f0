import { describe, expect, it } from "vitest";
import { at, meeting, room } from "../mock/world";
import { matching } from "../src/meetings/filter";
import { arrange } from "../src/meetings/rooms";

const servers = new Map([
  ["work", { name: "Arbeit" }],
  ["school", { name: "École" }],
]);
const review = meeting("Design review", at("11:00"), 60, { organiser: "Ada Okafor" });
const café = meeting("Café", at("12:00"), 60, { profile: "school", roomName: "Cuisine" });

describe("matching", () => {
  it("looks into title, room, organiser and server, without case and accents", () => {
    const rows = [review, café];
    expect(matching(rows, "okafor", servers)).toEqual([review]);
    expect(matching(rows, "CAFE", servers)).toEqual([café]);
    expect(matching(rows, "ecole cuis", servers)).toEqual([café]);
    expect(matching(rows, "ecole design", servers)).toEqual([]);
  });

  it("finds rooms by their number", () => {
    expect(matching([room(12, ""), room(7, "Lab")], "12", servers)).toHaveLength(1);
  });

  it("follows a server that is renamed", () => {
    expect(matching([review], "büro", new Map([["work", { name: "Büro" }]]))).toEqual([review]);
  });
});

describe("arrange", () => {
  it("puts favourites first, then what was joined lately, then the rest as it came", () => {
    const rooms = [
      room(1, "rest"),
      room(2, "old", { lastJoined: 1 }),
      room(3, "new", { lastJoined: 2 }),
      room(4, "favourite", { favourite: true }),
      room(5, "rest too"),
    ];
    expect(arrange(rooms).map(({ id }) => id)).toEqual([4, 3, 2, 1, 5]);
  });
});
