import { emit } from "@tauri-apps/api/event";
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { agenda, everything, profile } from "../mock/world";
import { AppStore } from "../src/state/app.svelte";
import { given } from "./support/bridge";

const at = (revision: number) => everything({ revision }).view;

describe("AppStore", () => {
  it("asks for nothing before it is started", () => {
    const calls = given();
    new AppStore();
    expect(calls).toEqual([]);
  });

  it("looks once, and follows what changes", async () => {
    given({}, { look: () => everything() });
    const app = new AppStore();
    await app.start();
    expect(app.ready).toBe(true);
    await emit("state-changed", { ...at(2), profiles: [profile()] });
    await emit("agenda-changed", agenda({ revision: 2, meetings: [] }));
    expect(app.view.profiles).toHaveLength(1);
    expect(app.agenda.meetings).toEqual([]);
    flushSync();
    expect([...app.profiles.keys()]).toEqual(["work"]);
  });

  it("ignores what is older than what it shows", () => {
    given();
    const app = new AppStore();
    app.takeView(at(5));
    app.takeView(at(4));
    app.takeAgenda(agenda({ revision: 3 }));
    app.takeAgenda(agenda({ revision: 2, meetings: [] }));
    expect(app.view.revision).toBe(5);
    expect(app.agenda.meetings).not.toEqual([]);
  });

  it("keeps everything while the background part is gone, and begins anew with the next", async () => {
    let told = { ...everything(), view: at(9) };
    given({}, { look: () => told });
    const app = new AppStore();
    await app.start();
    await emit("connection", "lost");
    expect(app.connected).toBe(false);
    expect(app.view.revision).toBe(9);
    told = { ...everything(), view: at(1) };
    await emit("connection", "restored");
    await new Promise((resolve) => setTimeout(resolve));
    expect(app.view.revision).toBe(1);
  });

  it("keeps why it could not look", async () => {
    const error = { code: "interrupted", message: "m", hint: "h" };
    given(
      {},
      {
        look: () => {
          throw error;
        },
      },
    );
    const app = new AppStore();
    await app.start();
    expect(app.failure).toEqual(error);
    expect(app.ready).toBe(false);
  });
});
