import { fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReminderView } from "../src/api/bindings";
import { NOW, setup } from "../mock/world";
import App from "../src/App.svelte";
import { choicesFor } from "../src/meetings/choices";
import Choices from "../src/meetings/Choices.svelte";
import { invitedTimes } from "../src/meetings/invited-times";
import Reminders from "../src/reminder/Reminders.svelte";
import { seconds } from "../src/reminder/seconds.svelte";
import { app } from "../src/state/app.svelte";
import { query } from "../src/state/query.svelte";
import { given } from "./support/bridge";

const MINUTE = 60_000;
const reminder = (key: string, some: Partial<ReminderView> = {}): ReminderView => ({
  key,
  title: `Meeting ${key}`,
  start: NOW + 10 * MINUTE,
  end: NOW + 40 * MINUTE,
  organiser: "",
  place: "Work",
  openFrom: null,
  preflight: { state: "unknown" },
  joinsAt: null,
  ...some,
});

beforeEach(() => {
  localStorage.clear();
  seconds.now = NOW;
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the floating reminder", () => {
  it("takes the keys while the door is still closed, and does not join then", async () => {
    const calls = given({ reminders: [reminder("a", { openFrom: NOW + 5 * MINUTE })] });
    const time = vi.spyOn(performance, "now").mockReturnValue(0);
    render(Reminders);
    const join = await screen.findByRole("button", { name: /Opens at/ });
    expect(join).toHaveFocus();
    // By the next letter of what was being typed when it came.
    await userEvent.keyboard("s");
    expect(calls.some(([command]) => command === "answer_reminder")).toBe(false);
    time.mockReturnValue(1000);
    await userEvent.keyboard("{Enter}");
    expect(calls.some(([command]) => command === "answer_reminder")).toBe(false);
    await userEvent.keyboard("s");
    expect(calls).toContainEqual(["answer_reminder", { key: "a", answer: "snooze" }]);
  });

  it("hands the focus on when the first one was answered", async () => {
    given({ reminders: [reminder("a"), reminder("b")] });
    render(Reminders);
    await screen.findByText("Meeting b");
    app.view = { ...app.view, reminders: [reminder("b")] };
    await expect.poll(() => screen.getAllByRole("button", { name: "Join" })).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Join" })).toHaveFocus();
  });

  it("offers nothing that is the window's", async () => {
    given({ reminders: [reminder("a")], forgotten: "Elternabend" });
    render(Reminders);
    await screen.findByText("Meeting a");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
});

describe("the window", () => {
  it("joins what is next by Ctrl+Enter, also from the field", async () => {
    const calls = given();
    render(App);
    const field = await screen.findByRole("textbox");
    await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    await fireEvent.keyDown(field, { key: "Enter", ctrlKey: true, shiftKey: true });
    const commands = calls.map(([command]) => command);
    expect(commands).toContain("join_next");
    expect(commands).toContain("rejoin");
  });

  it("keeps an invitation that comes while a server is being added", async () => {
    const wanted = { what: "text", text: "/invitation.ics" } as const;
    const calls = given({ setup: setup(), wanted });
    render(App);
    await expect.poll(() => document.querySelector("h1")).not.toBeNull();
    expect(calls.some(([command]) => command === "close_wanted")).toBe(false);
    app.view = { ...app.view, setup: null };
    await expect.poll(() => query.given).toBe("/invitation.ics");
    expect(calls.some(([command]) => command === "close_wanted")).toBe(true);
  });

  it("offers to bring back what was forgotten", async () => {
    const calls = given({ forgotten: "Elternabend" });
    render(App);
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(calls.some(([command]) => command === "undo_forget")).toBe(true);
  });
});

describe("what *Rejoin* names", () => {
  it("is what was joined last, and is there without any room", async () => {
    const none = { revision: 1, meetings: [], rooms: [] };
    const calls = given({ lastRoom: "Studio" }, {}, none);
    render(App);
    await userEvent.click(await screen.findByRole("button", { name: /^Rejoin .*Studio/ }));
    expect(calls.some(([command]) => command === "rejoin")).toBe(true);
    app.view = { ...app.view, lastRoom: "an invitation to meet.example.net" };
    await screen.findByRole("button", { name: /^Rejoin .*an invitation to/ });
  });
});

it("says when an invitation is where the organiser is", async () => {
  given();
  query.understood = {
    kind: "invitation",
    meetings: [
      {
        title: "Board",
        start: NOW,
        end: NOW + 60 * MINUTE,
        openFrom: NOW - 5 * MINUTE,
        zone: "America/New_York",
        organiser: null,
        repeats: false,
        cancelled: false,
        known: "new",
        host: "meet.example.org",
      },
    ],
  };
  render(Choices);
  expect(await screen.findByText(/where the organiser is/)).toHaveTextContent("04:04");
});

it("says from when an invitation is open, until it is", async () => {
  given();
  const invited = {
    title: "Board",
    start: NOW + 60 * MINUTE,
    end: null,
    openFrom: NOW + 55 * MINUTE,
    zone: null,
    organiser: null,
    repeats: false,
    cancelled: false,
    known: "new",
    host: "meet.example.org",
  } as const;
  query.understood = { kind: "invitation", meetings: [invited] };
  render(Choices);
  expect(await screen.findByText(/opens at .*10:59/)).toBeVisible();
  expect(invitedTimes(invited, NOW + 56 * MINUTE)).not.toContain("opens");
});

it("says who invites once", () => {
  const [choice] = choicesFor({
    kind: "invitation",
    meetings: [
      {
        title: "Board",
        start: NOW,
        end: null,
        openFrom: null,
        zone: null,
        organiser: "Ada Okafor",
        repeats: true,
        cancelled: false,
        known: "new",
        host: "meet.example.org",
      },
    ],
  });
  expect(choice?.detail).toBe("meet.example.org");
});
