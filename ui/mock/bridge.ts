import { emit } from "@tauri-apps/api/event";
import type { ErrorView, IntroducedView, LayerView, View } from "../src/api/bindings";
import type { State } from "./states";
import { error, layers, profile, setup } from "./world";

/** What a command is called with: `src/api/commands.ts` holds the types. */
type Arguments = any;

const KEYCHAIN: Record<string, ErrorView> = {
  "keychain-locked": error("keychain-locked", "The keychain is locked", "Unlock it and try again"),
};

/** As Rust makes it, but for the picture. */
function introduced(help: string, withKey: boolean): IntroducedView {
  if (help === "Paul") {
    const why =
      "the help contact is neither an e-mail address, a phone number nor an https address";
    throw error("field-invalid", `The profile cannot be saved: ${why}`, "Change it and save again");
  }
  const key = withKey ? "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=" : null;
  const parts = { url: "https://meet.example.org/openmeetings/", name: "Work", key, help };
  const given = Object.entries(parts).filter(([, value]) => value) as [string, string][];
  const squares = Array.from({ length: 29 }, (_, y) =>
    Array.from({ length: 29 }, (_, x) =>
      (x * 7 + y * 11 + x * y) % 3 ? "" : `M${x + 4} ${y + 4}h1v1h-1`,
    ),
  );
  return {
    link: `openmeetings://add-server?${new URLSearchParams(given)}`,
    picture: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"><path d="${squares.flat().join("")}"/></svg>`,
    key,
  };
}

/** Enough of Rust to walk through the window: what commands do to the state. */
export class Bridge {
  readonly calls: { command: string; args: unknown }[] = [];
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  readonly answer = (command: string, args: unknown): unknown => {
    this.calls.push({ command, args });
    performance.mark(command);
    const refusal = this.#state.refuses?.[command];
    const keep = (args as { keep?: string }).keep;
    if (refusal && keep !== "until-quit") throw KEYCHAIN[refusal];
    return this.#commands[command]?.(args as Arguments) ?? null;
  };

  get #view(): View {
    return this.#state.everything.view;
  }

  #change(some: Partial<View>): void {
    this.#state.everything.view = {
      ...this.#view,
      ...some,
      revision: this.#view.revision + 1,
    };
    void emit("state-changed", this.#view);
  }

  /** Steps follow one another, as from a server. */
  async #check(steps: LayerView[], done: Partial<View["setup"] & object>): Promise<void> {
    for (const step of steps) {
      const { setup } = this.#view;
      if (!setup) return;
      this.#change({
        setup: { ...setup, stage: { state: "checking", layer: step.layer, since: Date.now() } },
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      this.#change({ setup: { ...setup, layers: [...setup.layers, step] } });
    }
    if (this.#view.setup) this.#change({ setup: { ...this.#view.setup, ...done } });
  }

  #join(target: string, key: string | null): void {
    this.#change({
      join: { state: "opened", target, key, route: "room-hash", at: Date.now(), worksOnce: true },
    });
  }

  readonly #commands: Record<string, (args: Arguments) => unknown> = {
    look: () => this.#state.everything,
    understand: ({ text }: { text: string }) =>
      this.#state.understood ??
      (text.includes(".")
        ? {
            kind: "server",
            address: `https://${text}/`,
            host: text,
            name: null,
            profile: null,
            introduced: false,
          }
        : { kind: "search" }),
    join: ({ key }: { key: string }) => this.#join(key, key),
    join_text: ({ text }: { text: string }) => this.#join(text, null),
    close_join: () => this.#change({ join: { state: "idle" } }),
    introduce: ({ help, withKey }: { help: string; withKey: boolean }) => introduced(help, withKey),
    check_server: ({ address }: { address: string }) => {
      const host = new URL(address).host;
      this.#change({ setup: setup({ given: address, address, host, layers: [] }) });
      void this.#check([layers.reach, layers.encryption, layers.version], {
        stage: { state: "found" },
      });
    },
    check_account: ({ login }: { login: string }) => {
      void this.#check([layers.login, layers.rights], {
        stage: { state: "ready", login, route: "room-hash" },
      });
    },
    save_server: ({ draft }: { draft: { address: string; login: string } }) => {
      const { host } = new URL(draft.address);
      const added = profile({
        id: host,
        name: host,
        host,
        address: draft.address,
        login: draft.login || null,
      });
      this.#change({ setup: null, profiles: [...this.#view.profiles, added] });
    },
    close_setup: () => this.#change({ setup: null }),
    remove_server: ({ id }: { id: string }) => {
      const gone = this.#view.profiles.find((profile) => profile.id === id);
      if (!gone) return;
      this.#removed = gone;
      this.#change({
        profiles: this.#view.profiles.filter((profile) => profile !== gone),
        removed: { id, name: gone.name },
      });
    },
    undo_remove: () => {
      const back = this.#removed ? [this.#removed] : [];
      this.#change({ profiles: [...this.#view.profiles, ...back], removed: null });
    },
    change_server: ({ id, draft }: { id: string; draft: object }) =>
      this.#change({
        profiles: this.#view.profiles.map((profile) =>
          profile.id === id ? { ...profile, ...draft } : profile,
        ),
      }),
    change_settings: ({ settings }: { settings: View["settings"] }) => this.#change({ settings }),
    move_server: ({ id, to }: { id: string; to: number }) => {
      const moved = this.#view.profiles.find((profile) => profile.id === id);
      const profiles = this.#view.profiles.filter((profile) => profile !== moved);
      if (moved) profiles.splice(to, 0, moved);
      this.#change({ profiles });
    },
    answer_link: () => this.#change({ question: null }),
    diagnose: () =>
      this.#state.diagnosis === "running" ? new Promise(() => {}) : this.#state.diagnosis,
    report: () => "openmeetings-launcher 0.4.0\nservers: 2\n",
    licences: () => "Apache License 2.0\n",
  };
  #removed: View["profiles"][number] | null = null;
}
