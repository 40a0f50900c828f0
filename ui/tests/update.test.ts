import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { states } from "../mock/states";
import { app } from "../src/state/app.svelte";
import Meetings from "../src/views/Meetings.svelte";
import Settings from "../src/views/Settings.svelte";
import { given } from "./support/bridge";

/** What a designed state says, shown. */
function show(state: string) {
  const calls = given();
  app.view = states[state]!.everything.view;
  return calls;
}

describe("an update", () => {
  it("is offered with its notes, which are text and nothing else", async () => {
    const calls = show("update");
    const { container } = render(Meetings);
    expect(screen.getByRole("heading", { name: /1\.4\.0/ })).toBeVisible();
    expect(screen.getByText(/<b>Not bold<\/b>/)).toBeVisible();
    expect(container.querySelector(".notes b")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Install and restart" }));
    await userEvent.click(screen.getByRole("button", { name: "Later" }));
    await userEvent.click(screen.getByRole("button", { name: "Skip this version" }));
    expect(calls).toContainEqual(["install_update", {}]);
    expect(calls).toContainEqual(["answer_update", { answer: "later" }]);
    expect(calls).toContainEqual(["answer_update", { answer: "skip" }]);
  });

  it("can be stopped while it is loaded", async () => {
    const calls = show("update-downloading");
    render(Meetings);
    expect(screen.getByRole("progressbar")).toHaveValue(40);
    expect(screen.queryByRole("button", { name: "Install and restart" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(calls).toContainEqual(["cancel_update", {}]);
  });

  it("that was refused says that nothing was changed, and can be tried again", async () => {
    const calls = show("update-failed");
    render(Meetings);
    expect(screen.getByText(/nothing was changed/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(calls).toContainEqual(["install_update", {}]);
  });

  it("nobody is to be asked about stands in the settings only", () => {
    show("settings-update");
    const { unmount } = render(Meetings);
    expect(screen.queryByText(/1\.4\.0/)).toBeNull();
    unmount();
    render(Settings);
    expect(screen.getByRole("heading", { name: /1\.4\.0/ })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Later" })).toBeNull();
  });

  it("is looked for when somebody wants it", async () => {
    const calls = show("settings");
    render(Settings);
    await userEvent.click(screen.getByRole("button", { name: "Check for updates" }));
    expect(calls).toContainEqual(["check_for_update", {}]);
  });

  it("is left to the packages of the computer, which is said", () => {
    show("settings-update-off");
    render(Settings);
    expect(screen.getByText("Updates come with the packages of this computer")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Check for updates" })).toBeNull();
    expect(screen.queryByRole("switch", { name: "Look for updates" })).toBeNull();
  });
});
