import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { agenda, at, error, meeting, NOW, profile, room, unreachable, UNTIL } from "../mock/world";
import { query } from "../src/state/query.svelte";
import Meetings from "../src/views/Meetings.svelte";
import { given, plain } from "./support/bridge";

const row = (title: string) => screen.getByRole("group", { name: title });
const field = () => screen.getByRole("textbox");

beforeEach(() => localStorage.clear());

describe("the screen of meetings", () => {
  it("has one primary verb, and it joins what is on", async () => {
    const calls = given();
    render(Meetings);
    expect(document.querySelectorAll(".primary")).toHaveLength(1);
    await userEvent.click(document.querySelector(".primary") as HTMLElement);
    expect(calls).toContainEqual(["join", { key: agenda().meetings[1]?.key }]);
  });

  it("says of each row when, what, where, and what Join will do", () => {
    given();
    render(Meetings);
    const review = row("Design review: first run and reminders");
    const said = plain(review.textContent);
    expect(said).toContain("11:00");
    expect(said).toContain("in 56 min");
    expect(said).toContain("Ada Okafor");
    expect(said).toContain("Opens at 10:55 · Enters directly");
    expect(said).toContain("America/New_York");
    expect(plain(row("Elternabend 7b").textContent)).toContain("The browser will ask");
    expect(plain(row("Lunch walk").textContent)).toContain("No room");
    expect(within(row("Stand-up")).queryByRole("button", { name: "Join" })).toBeNull();
  });

  it("copies the link of the row that has the focus", async () => {
    const calls = given();
    render(Meetings);
    const review = row("1:1 with Ada");
    review.focus();
    await fireEvent.keyDown(review, { key: "c", ctrlKey: true });
    expect(calls).toContainEqual([
      "copy",
      { what: { what: "room-link", key: review.dataset["key"] } },
    ]);
  });

  it("goes from row to row by arrows and joins by Enter", async () => {
    const calls = given();
    render(Meetings);
    field().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(row("Design review: first run and reminders"));
    await userEvent.keyboard("{Enter}{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(document.activeElement).toBe(field());
    expect(calls.filter(([command]) => command === "join")).toHaveLength(1);
  });

  it("keeps the list it has, with its age and the next try", () => {
    const list = {
      state: "stale",
      loadedAt: at("09:58"),
      until: UNTIL,
      error: unreachable,
      nextTry: NOW + 120_000,
    } as const;
    given({ profiles: [profile({ list })] });
    render(Meetings);
    const said = plain(document.body.textContent);
    expect(said).toContain("“Work” could not be reached.");
    expect(said).toContain("what was known at 09:58. Trying again in 2 minutes.");
    expect(said).toContain("Work: not reachable");
    expect(row("1:1 with Ada")).toBeVisible();
  });

  it("waits visibly only if there never was a list", () => {
    const list = { state: "loading", loadedAt: null, until: null } as const;
    given({ profiles: [profile({ list })] }, {}, { revision: 1, meetings: [], rooms: [] });
    render(Meetings);
    expect(screen.getByText("Loading")).toBeInTheDocument();
    expect(screen.queryByText("Nothing planned for today")).toBeNull();
  });

  it("names rooms without a name, says which are closed, and toggles favourites", async () => {
    const rooms = [room(6, ""), room(5, "Board room", { closed: true })];
    const calls = given({}, {}, agenda({ rooms }));
    render(Meetings);
    expect(screen.getByRole("button", { name: /^\(no name\)/ })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /^Board room/ }));
    expect(calls.some(([command]) => command === "join")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: /Favourite: .*Board room/ }));
    expect(calls).toContainEqual(["set_favourite", { key: "room:5", favourite: true }]);
  });

  it("says how far the list goes, and loads later meetings by a press, once at a time", async () => {
    let done = () => {};
    const loading = new Promise<void>((resolve) => (done = resolve));
    const calls = given({}, { show_later: () => loading });
    render(Meetings);
    // Up to Friday 10:04: Thursday is the last whole day.
    expect(plain(document.body.textContent)).toContain(
      "All meetings up to Thursday 26 November are shown",
    );
    const press = screen.getByRole("button", { name: "Show later meetings" });
    await userEvent.click(press);
    expect(press).toHaveTextContent("Loading later meetings");
    await userEvent.click(press);
    expect(calls.filter(([command]) => command === "show_later")).toHaveLength(1);
    done();
    expect(await screen.findByRole("button", { name: "Show later meetings" })).toBe(press);
  });

  it("goes to the later meetings by arrows", async () => {
    const calls = given();
    render(Meetings);
    field().focus();
    await userEvent.keyboard("{ArrowDown}".repeat(20));
    screen.getByRole("button", { name: "Show later meetings" }).focus();
    await userEvent.keyboard("{ArrowUp}");
    expect(document.activeElement).toHaveClass("row");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(calls.filter(([command]) => command === "show_later")).toHaveLength(1);
  });

  it("does not say that there is nothing beyond what it knows", () => {
    given({ hasLater: false }, {}, agenda({ meetings: [] }));
    render(Meetings);
    expect(plain(document.body.textContent)).toContain("No meetings up to Thursday 26 November");
    expect(screen.queryByRole("button", { name: "Show later meetings" })).toBeNull();
  });

  it("holds a thousand meetings with few of them in the page", () => {
    const meetings = Array.from({ length: 1000 }, (_, index) =>
      meeting(`Meeting ${index}`, NOW + index * 600_000, 10, { key: `m${index}` }),
    );
    given({}, {}, agenda({ meetings }));
    render(Meetings);
    expect(document.querySelectorAll(".row").length).toBeLessThan(100);
  });
});

describe("the field", () => {
  const type = async (text: string) => {
    await userEvent.type(field(), text);
    await query.settle();
  };

  it("finds meetings, and Enter joins the first that is not over", async () => {
    const calls = given({}, { understand: () => ({ kind: "search" }) });
    render(Meetings);
    await type("with ada");
    expect(screen.queryByRole("group", { name: "Stand-up" })).toBeNull();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => calls.find(([command]) => command === "join")).toBeTruthy();
    expect(field()).toHaveValue("");
  });

  it("says when there is nothing", async () => {
    given({}, { understand: () => ({ kind: "search" }) });
    render(Meetings);
    await type("zebra");
    expect(await screen.findByText(/Nothing found/)).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByText(/Nothing found/)).toBeNull();
  });

  it("asks on which server a number is a room", async () => {
    const profiles = [
      { id: "work", name: "Work" },
      { id: "school", name: "School" },
    ];
    const calls = given({}, { understand: () => ({ kind: "room", number: "12", profiles }) });
    render(Meetings);
    await type("12");
    const choices = await screen.findAllByRole("button", { name: /Join room/ });
    expect(choices).toHaveLength(2);
    await userEvent.click(choices[1] as HTMLElement);
    expect(calls).toContainEqual(["join_text", { text: "12", profile: "school", choice: null }]);
  });

  it("keeps the lines of what is pasted", async () => {
    const calls = given({}, { understand: () => ({ kind: "search" }) });
    render(Meetings);
    const invitation = "BEGIN:VCALENDAR\r\nSUMMARY:Planning\r\n";
    await fireEvent.paste(field(), { clipboardData: { getData: () => invitation } });
    expect(field()).toHaveValue("BEGIN:VCALENDAR SUMMARY:Planning ");
    await query.settle();
    expect(calls).toContainEqual(["understand", { text: invitation }]);
  });

  it("does nothing with what is refused, and says why", async () => {
    const reason = error("link-malformed", "This link cannot be used", "Copy the whole link");
    const calls = given({}, { understand: () => ({ kind: "refused", error: reason }) });
    render(Meetings);
    await type("https://");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("This link cannot be used")).toBeVisible();
    expect(calls.some(([command]) => command.startsWith("join"))).toBe(false);
  });

  it("lets a late answer change nothing", async () => {
    const answers: ((understood: unknown) => void)[] = [];
    given({}, { understand: () => new Promise((resolve) => answers.push(resolve)) });
    query.set("first");
    const first = query.settle();
    query.set("second");
    const second = query.settle();
    answers[1]?.({ kind: "search" });
    await second;
    answers[0]?.({ kind: "nothing" });
    await first;
    expect(query.understood.kind).toBe("search");
  });
});
