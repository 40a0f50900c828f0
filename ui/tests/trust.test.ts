import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { KEY, otherKey, profile, setup, stopped, unverified } from "../mock/world";
import Server from "../src/settings/Server.svelte";
import Setup from "../src/setup/Setup.svelte";
import { grouped } from "../src/trust/groups";
import Settings from "../src/views/Settings.svelte";
import { given } from "./support/bridge";

const failed = setup({
  layers: stopped(unverified),
  stage: { state: "failed", error: unverified },
});
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const checked = (error: typeof unverified) =>
  ({ state: "failed", layers: stopped(error), error }) as const;

describe("a certificate that cannot be verified", () => {
  it("has a key that can be compared and copied whole", async () => {
    expect(grouped(KEY).join("")).toBe(KEY);
    expect(grouped(KEY).slice(0, 2)).toEqual(["sha256//", "BwcH"]);
    const calls = given();
    render(Setup, { setup: failed });
    await userEvent.click(button("Copy key"));
    expect(calls).toContainEqual(["copy", { what: { what: "key", key: KEY } }]);
  });

  it("is trusted by its key only after a question, whose answer is no at first", async () => {
    const calls = given();
    render(Setup, { setup: failed });
    await userEvent.click(button("Trust this key…"));
    const question = within(screen.getByRole("dialog"));
    expect(question.getByText(/Compare it, letter by letter/)).toBeVisible();
    expect(question.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(calls.map(([command]) => command)).not.toContain("trust_key");
    await userEvent.click(button("Trust this key…"));
    await userEvent.click(button(/It is the same/));
    expect(calls).toContainEqual(["trust_key", { profile: null, key: KEY }]);
  });

  it("is trusted by a file that is chosen", async () => {
    const calls = given();
    render(Setup, { setup: failed });
    await userEvent.click(button("Choose a certificate file…"));
    expect(calls).toContainEqual(["trust_file", { profile: null }]);
  });

  it("of a saved server is checked again when it is trusted", async () => {
    const calls = given({ profiles: [profile({ check: checked(unverified) })] });
    render(Server, { id: "work" });
    await userEvent.click(button("Trust this key…"));
    await userEvent.click(button(/It is the same/));
    expect(calls.map(([command]) => command)).toEqual(["trust_key", "check_profile"]);
  });

  it("is not checked again when no file was chosen", async () => {
    const some = { profiles: [profile({ check: checked(unverified) })] };
    const calls = given(some, { trust_file: () => false });
    render(Server, { id: "work" });
    await userEvent.click(button("Choose a certificate file…"));
    expect(calls.map(([command]) => command)).toEqual(["trust_file"]);
  });

  it("of the organisation's server is not for the person to trust", () => {
    const managed = { managed: true, locked: ["publicKey"] };
    given({ profiles: [profile({ ...managed, check: checked(unverified) })] });
    render(Server, { id: "work" });
    expect(screen.queryByRole("button", { name: "Trust this key…" })).toBeNull();
  });
});

describe("another key than the trusted one", () => {
  it("has no button that accepts it, only the way back", async () => {
    const trust = { kind: "key", key: KEY } as const;
    const calls = given({ profiles: [profile({ trust, check: checked(otherKey) })] });
    render(Server, { id: "work" });
    expect(screen.getByText(/Somebody may be posing/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /Trust this key|certificate file/ })).toBeNull();
    await userEvent.click(button("Take back"));
    expect(calls).toContainEqual(["take_back_trust", { profile: "work" }]);
  });
});

describe("a server that is not encrypted", () => {
  it("has a standing warning in the list and on its page", () => {
    given({ profiles: [profile({ encrypted: false, passwordInAddress: true })] });
    const list = render(Settings);
    expect(screen.getByText("Not encrypted")).toBeVisible();
    list.unmount();
    render(Server, { id: "work" });
    expect(screen.getByText(/browsers refuse camera and microphone/)).toBeVisible();
    expect(screen.getByText(/travels in the address of the call/)).toBeVisible();
  });
});
