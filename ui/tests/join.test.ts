import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { JoinView } from "../src/api/bindings";
import { error, NOW, refused, unreachable } from "../mock/world";
import JoinCard from "../src/join/JoinCard.svelte";
import SlowLogin from "../src/join/SlowLogin.svelte";
import { verbsFor } from "../src/join/verbs";
import { navigation } from "../src/state/navigation.svelte";
import { given, plain } from "./support/bridge";

const preparing: JoinView = {
  state: "preparing",
  target: "Planning",
  key: null,
  step: "signing-in",
  since: Date.now(),
};
const opened: JoinView = {
  state: "opened",
  target: "Planning",
  key: null,
  route: "room-hash",
  at: NOW,
  worksOnce: true,
};
const failed = {
  state: "failed",
  target: "Planning",
  key: null,
  profile: "work",
  hasPage: true,
  error: refused,
} satisfies JoinView;

const verbs = () => screen.getAllByRole("button").map(({ textContent }) => plain(textContent));

describe("the card of a join", () => {
  it("can be cancelled while it is on the way", async () => {
    const calls = given();
    render(JoinCard, { join: preparing });
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(calls).toContainEqual(["cancel_join", {}]);
  });

  it("says that the link works once, and copies it", async () => {
    const calls = given();
    render(JoinCard, { join: opened });
    expect(screen.getByText(/works once/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Copy link" }));
    expect(calls).toContainEqual(["copy", { what: { what: "join-link" } }]);
    expect(await screen.findByRole("button", { name: "Copied" })).toBeVisible();
  });

  it("keeps quiet about that for a link that works again", () => {
    given();
    render(JoinCard, { join: { ...opened, route: "room-page", worksOnce: false } });
    expect(screen.queryByText(/works once/)).toBeNull();
    expect(screen.getByText(/browser will ask you to sign in/)).toBeVisible();
  });

  it("quotes the server and offers what helps", async () => {
    given();
    render(JoinCard, { join: failed, primary: true });
    expect(plain(document.body.textContent)).toContain(
      "The server says: “Username/email and/or password are incorrect.”",
    );
    expect(verbs()).toEqual(["Change password", "Open in the browser", "Copy details", "Close"]);
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    expect(navigation.screen).toEqual({ name: "server", id: "work", at: "password" });
  });

  it("has no primary verb beside the card of the next meeting", () => {
    given();
    render(JoinCard, { join: failed });
    expect(document.querySelector(".primary")).toBeNull();
  });
});

describe("the verbs of a failed join", () => {
  it("follow the code", () => {
    const of = (code: string, hasPage = false) =>
      verbsFor({ ...failed, hasPage, error: error(code, "", "") });
    expect(of("secret-missing")).toEqual(["change-password"]);
    expect(of("timed-out", true)).toEqual(["try-again", "open-page"]);
    expect(of("keychain-locked")).toEqual(["try-again"]);
    expect(of("meeting-cancelled")).toEqual([]);
    expect(of("a-code-of-tomorrow", true)).toEqual(["open-page"]);
  });

  it("change no password of a server that is not saved", () => {
    expect(verbsFor({ ...failed, profile: null, hasPage: false })).toEqual([]);
    expect(verbsFor({ ...failed, error: unreachable })).toEqual(["try-again", "open-page"]);
  });
});

describe("a slow login", () => {
  it("is explained after five seconds, and not before", async () => {
    vi.useFakeTimers();
    render(SlowLogin, { since: Date.now() });
    await vi.advanceTimersByTimeAsync(4900);
    expect(screen.getByRole("status")).toHaveTextContent(/^$/);
    await vi.advanceTimersByTimeAsync(200);
    expect(screen.getByRole("status")).toHaveTextContent(/15 seconds/);
  });
});
