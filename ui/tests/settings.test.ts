import { fireEvent, render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { error, profile } from "../mock/world";
import ClosingQuestion from "../src/components/ClosingQuestion.svelte";
import LinkQuestion from "../src/components/LinkQuestion.svelte";
import Toasts from "../src/components/Toasts.svelte";
import Server from "../src/settings/Server.svelte";
import { app } from "../src/state/app.svelte";
import { toasts } from "../src/state/toasts.svelte";
import Settings from "../src/views/Settings.svelte";
import { given, plain } from "./support/bridge";

describe("settings", () => {
  it("are changed at once and as a whole", async () => {
    const calls = given();
    render(Settings);
    await userEvent.click(screen.getByRole("switch", { name: "Start at login" }));
    await userEvent.selectOptions(screen.getByLabelText("Before a meeting"), "Never");
    const before = app.view.settings;
    expect(calls).toContainEqual([
      "change_settings",
      { settings: { ...before, startAtLogin: true } },
    ]);
    expect(calls).toContainEqual([
      "change_settings",
      { settings: { ...before, remindMinutes: null } },
    ]);
  });

  it("of the organisation are locked, and say who set them", async () => {
    const policy = {
      organisation: "Example University",
      contact: null,
      locked: ["startAtLogin", "language"],
      error: null,
    };
    const calls = given({ policy });
    render(Settings);
    const start = screen.getByRole("switch", { name: "Start at login" });
    expect(start).toBeDisabled();
    expect(screen.getByLabelText("Language")).toBeDisabled();
    expect(screen.getByLabelText("Before a meeting")).toBeEnabled();
    await userEvent.click(start);
    expect(calls).toEqual([]);
    expect(screen.getAllByText(/Set by/).map((note) => plain(note.textContent))).toEqual([
      "Set by Example University",
      "Set by Example University",
    ]);
  });

  it("move servers by keys and buttons", async () => {
    const calls = given();
    render(Settings);
    const work = screen.getByRole("button", { name: /^Work/ });
    await fireEvent.keyDown(work, { key: "ArrowDown", altKey: true });
    await userEvent.click(screen.getByRole("button", { name: /Move .*School.* up/ }));
    const moves = calls.filter(([command]) => command === "move_server");
    expect(moves.map(([, args]) => args)).toEqual([
      { id: "work", to: 1 },
      { id: "school", to: 0 },
    ]);
  });

  it("say what an import came to", async () => {
    toasts.items = [];
    given({}, { import_servers: () => ({ added: ["Club"], known: ["Work", "School"] }) });
    render(Settings);
    await userEvent.click(screen.getByRole("button", { name: "Import" }));
    await expect
      .poll(() => plain(toasts.items[0]?.text))
      .toBe("Added Club. Already there: Work and School.");
  });
});

describe("the shortcut", () => {
  it("gives the command to bind where the desktop gives no keys", async () => {
    given({ shortcut: "unsupported" });
    render(Settings);
    const command = screen.getByLabelText("Join the next meeting from anywhere");
    expect(command).toHaveValue("openmeetings join-next");
    const copied = vi.fn(() => true);
    document.execCommand = copied;
    await userEvent.click(screen.getByRole("button", { name: "Copy" }));
    expect(copied).toHaveBeenCalledWith("copy");
    expect((command as HTMLInputElement).selectionEnd).toBe("openmeetings join-next".length);
    expect(screen.getByRole("button", { name: "Copied" })).toBeInTheDocument();
  });
});

describe("the question before closing", () => {
  it("is asked anew: a tick that was thought better of is gone", async () => {
    const calls = given({ tray: "no-host" });
    const { rerender } = render(ClosingQuestion, { open: true });
    await userEvent.click(screen.getByRole("checkbox"));
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await rerender({ open: false });
    await rerender({ open: true });
    expect(screen.getByRole("checkbox")).not.toBeChecked();
    expect(screen.getByRole("button", { name: "Keep running" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Keep running" }));
    const commands = calls.map(([command]) => command);
    expect(commands).toContain("close_window");
    expect(commands).not.toContain("change_settings");
  });
});

describe("a saved server", () => {
  it("is changed as a whole, and refused fields are said in the form", async () => {
    const reason = error("field-invalid", "The profile cannot be saved: name taken", "Correct it");
    const calls = given(
      {},
      {
        change_server: () => {
          throw reason;
        },
      },
    );
    render(Server, { id: "work" });
    const name = screen.getByLabelText("Name");
    await userEvent.clear(name);
    await userEvent.type(name, "School");
    await userEvent.click(screen.getByRole("radio", { name: "pink" }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("name taken");
    expect(calls).toContainEqual([
      "change_server",
      { id: "work", draft: expect.objectContaining({ name: "School", colour: "pink" }) },
    ]);
  });

  it("takes a new password and forgets it when it is kept", async () => {
    const calls = given();
    render(Server, { id: "work", at: "password" });
    await userEvent.type(screen.getByLabelText(/New password/), "secret{Enter}");
    expect(calls).toContainEqual([
      "set_password",
      { id: "work", password: "secret", keep: "in-keychain" },
    ]);
    await expect.poll(() => screen.queryByLabelText(/New password/)).toBeNull();
  });

  it("can be brought back after it was removed", async () => {
    const calls = given({ removed: { id: "work", name: "Work" } });
    render(Toasts);
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(calls).toContainEqual(["undo_remove", {}]);
  });
});

const OTHER_KEY = "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

describe("an introduction to another machine", () => {
  const made = (key: string | null) => ({
    link: "openmeetings://add-server?url=https%3A%2F%2Fh%2F",
    picture: "<svg xmlns='http://www.w3.org/2000/svg'/>",
    key,
  });

  it("is a picture and a link, made anew when help contact or key change", async () => {
    const calls = given(
      {},
      { introduce: ({ withKey }: { withKey: boolean }) => made(withKey ? OTHER_KEY : null) },
    );
    render(Server, { id: "work" });
    await userEvent.click(screen.getByRole("button", { name: /^Introduce/ }));
    const picture = await screen.findByRole("img", { name: /QR code/, hidden: true });
    expect(picture.getAttribute("src")).toMatch(/^data:image\/svg\+xml,%3Csvg/);
    const dialog = within(screen.getByRole("dialog", { hidden: true }));
    const help = dialog.getByLabelText("Help contact");
    await userEvent.clear(help);
    await userEvent.type(help, "112{Tab}");
    await userEvent.click(dialog.getByRole("switch", { hidden: true }));
    await dialog.findByText(OTHER_KEY);
    const asked = calls.filter(([command]) => command === "introduce");
    expect(asked.map(([, args]) => args)).toEqual([
      { id: "work", help: "it@example.org", withKey: false },
      { id: "work", help: "112", withKey: false },
      { id: "work", help: "112", withKey: true },
    ]);
    await userEvent.click(dialog.getByRole("button", { name: "Copy", hidden: true }));
    expect(calls).toContainEqual([
      "copy",
      { what: { what: "introduction", link: made(null).link } },
    ]);
  });
});

describe("the question about a link", () => {
  const ask = (asks: "room" | "invitation" | "add-server", profiles = [] as never[]) => {
    const introduced = { name: "Our rooms", key: OTHER_KEY, help: "+49 30 1234567" };
    const said = asks === "add-server" ? introduced : { name: null, key: null, help: null };
    const calls = given({
      question: { number: 1, server: "meet.example.org", room: null, asks, ...said, profiles },
    });
    render(LinkQuestion);
    return calls;
  };
  const offers = () =>
    screen.getAllByRole("button", { hidden: true }).map((button) => plain(button.textContent));

  it("offers what its kind allows", () => {
    ask("add-server");
    expect(offers()).toEqual(["Add this server", "Do nothing"]);
  });

  it("shows all that an introduction says, and that nobody signed it", () => {
    ask("add-server");
    const dialog = plain(screen.getByRole("dialog", { hidden: true }).textContent);
    for (const said of ["Our rooms", "meet.example.org", OTHER_KEY, "+49 30 1234567"]) {
      expect(dialog).toContain(said);
    }
    expect(dialog).toContain("proves nothing about who made it");
  });

  it("offers nothing for a server that is there already", () => {
    ask("add-server", [{ id: "work", name: "Work" }] as never[]);
    expect(offers()).toEqual(["Do nothing"]);
    const dialog = plain(screen.getByRole("dialog", { hidden: true }).textContent);
    expect(dialog).toContain("The server is there already: Work. Nothing is changed.");
  });

  it("names the servers a room may be on", async () => {
    const calls = ask("room", [{ id: "work", name: "Work" }] as never[]);
    expect(offers()).toEqual([
      "Join on Work",
      "Join in the browser, without an account",
      "Do nothing",
    ]);
    await userEvent.click(screen.getAllByRole("button", { hidden: true })[0] as HTMLElement);
    expect(calls).toContainEqual([
      "answer_link",
      { to: 1, answer: { answer: "join-on", profile: "work" } },
    ]);
  });
});

describe("a question that follows another", () => {
  const question = (number: number, server: string) => {
    const nothing = { room: null, name: null, key: null, help: null };
    return { number, server, asks: "room" as const, profiles: [], ...nothing };
  };

  it("begins anew: no button keeps the keys from the one before", async () => {
    given({ question: question(1, "first.example.org") });
    render(LinkQuestion);
    const title = screen.getByRole("heading", { hidden: true });
    expect(title).toHaveFocus();
    screen.getByRole("button", { name: "Do nothing", hidden: true }).focus();
    expect(title).not.toHaveFocus();
    app.view = { ...app.view, question: question(2, "second.example.org") };
    await screen.findByText("second.example.org");
    expect(title).toHaveFocus();
  });

  it("is not answered by the second of two clicks", async () => {
    const calls = given({ question: question(1, "first.example.org") });
    render(LinkQuestion);
    const nothing = () => screen.getByRole("button", { name: "Do nothing", hidden: true });
    await userEvent.click(nothing());
    app.view = { ...app.view, question: question(2, "second.example.org") };
    await userEvent.click(nothing());
    expect(calls.length).toBe(1);
    app.view = { ...app.view, question: null };
    await Promise.resolve();
    app.view = { ...app.view, question: question(3, "third.example.org") };
    await screen.findByText("third.example.org");
    await userEvent.click(nothing());
    expect(calls).toEqual([
      ["answer_link", { to: 1, answer: { answer: "dismiss" } }],
      ["answer_link", { to: 3, answer: { answer: "dismiss" } }],
    ]);
  });
});

describe("a server of the organisation", () => {
  it("cannot be removed, and only what was not set can be changed", () => {
    given({
      profiles: [profile({ managed: true, locked: ["address", "name"] })],
      policy: { organisation: null, contact: "Ada", locked: [], error: null },
    });
    render(Server, { id: "work" });
    expect(screen.getByLabelText("Name")).toBeDisabled();
    expect(screen.getByLabelText("Account")).toBeEnabled();
    expect(screen.queryByRole("button", { name: /Remove/ })).toBeNull();
    const notes = screen.getAllByText(/Set by/);
    expect(notes.map((note) => plain(note.textContent))).toContain(
      "Set by your organisation; ask Ada",
    );
  });
});
