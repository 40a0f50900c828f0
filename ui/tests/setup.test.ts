import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { SetupView } from "../src/api/bindings";
import { error, layers, setup } from "../mock/world";
import Setup from "../src/setup/Setup.svelte";
import { navigation } from "../src/state/navigation.svelte";
import { given, plain } from "./support/bridge";

const locked = error("keychain-locked", "The keychain is locked", "Unlock it and try again");
const ready: SetupView["stage"] = { state: "ready", login: "jo.doe", route: "room-hash" };
const steps = () => screen.getAllByRole("listitem").map(({ textContent }) => plain(textContent));

describe("the check of a server", () => {
  it("shows each layer with its time, and the one that runs", () => {
    given();
    const stage = { state: "checking", layer: "version", since: Date.now() } as const;
    render(Setup, { setup: setup({ layers: [layers.reach, layers.encryption], stage }) });
    expect(steps()).toEqual([
      "Found https://meet.example.org/openmeetings/ 12 ms",
      "Encrypted TLS 1.3 31 ms",
      "Asking for the version",
    ]);
  });

  it("stops where it failed, with the reason, and asks for no account", async () => {
    const reason = error("certificate-expired", "The certificate is not valid today", "Check");
    const failed = { ...layers.encryption, outcome: "failed", error: reason } as const;
    const calls = given();
    render(Setup, {
      setup: setup({ layers: [layers.reach, failed], stage: { state: "failed", error: reason } }),
    });
    expect(screen.getByText("The certificate is not valid today")).toBeVisible();
    expect(screen.queryByLabelText("Password")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(calls).toContainEqual(["check_server", { address: "meet.example.org", name: null }]);
  });

  it("says why, where the way to the server is another one than before", () => {
    given();
    const reason = error("certificate-other-key", "The server has another key", "Ask");
    render(Setup, {
      setup: setup({
        layers: [layers.reach, layers.encryption],
        stage: { state: "failed", error: reason },
      }),
    });
    expect(screen.getByText("The server has another key")).toBeVisible();
    expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
  });

  it("offers the account again after a refused login", () => {
    given();
    const refused = {
      ...layers.login,
      outcome: "failed",
      error: error("bad-credentials", "No", "H"),
    };
    render(Setup, {
      setup: setup({
        layers: [layers.reach, refused as never],
        stage: { state: "failed", error: error("bad-credentials", "No", "H") },
      }),
    });
    expect(screen.getByLabelText("Password")).toBeVisible();
  });
});

describe("the account", () => {
  it("is checked, and the password is gone from the form", async () => {
    const calls = given();
    render(Setup, { setup: setup() });
    await userEvent.type(screen.getByLabelText("Account"), "jo.doe");
    await userEvent.type(screen.getByLabelText("Password"), "secret");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(calls).toContainEqual(["check_account", { login: "jo.doe", password: "secret" }]);
    expect(screen.getByLabelText("Password")).toHaveValue("");
  });

  it("is warned about before it is sent unprotected", () => {
    given();
    render(Setup, { setup: setup({ encrypted: false, passwordInAddress: true }) });
    expect(screen.getByText(/password travels readable/)).toBeVisible();
    expect(screen.getByText(/travels in the address/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Sign in unprotected" })).toBeVisible();
  });

  it("can be left out", async () => {
    const calls = given();
    render(Setup, { setup: setup() });
    await userEvent.click(screen.getByRole("button", { name: "Continue without an account" }));
    expect(calls).toContainEqual([
      "save_server",
      { draft: expect.objectContaining({ login: "" }), keep: "in-keychain" },
    ]);
  });
});

describe("saving", () => {
  it("happens at once, and says what the account can do", async () => {
    const calls = given({ profiles: [] });
    render(Setup, { setup: setup({ stage: ready }) });
    expect(plain(document.body.textContent)).toContain("jo.doe can enter rooms directly.");
    await expect.poll(() => navigation.screen.name).toBe("added");
    expect(calls.filter(([command]) => command === "save_server")).toHaveLength(1);
  });

  it("offers to keep the password until the end if the keychain will not", async () => {
    const calls = given(
      {},
      {
        save_server: ({ keep }: { keep: string }) => {
          if (keep === "in-keychain") throw locked;
        },
      },
    );
    render(Setup, { setup: setup({ stage: ready }) });
    expect(await screen.findByRole("alert")).toHaveTextContent("The keychain is locked");
    await userEvent.click(screen.getByRole("button", { name: "Keep until I quit" }));
    await expect.poll(() => navigation.screen.name).toBe("added");
    expect(calls.at(-1)).toMatchObject(["save_server", { keep: "until-quit" }]);
  });
});
