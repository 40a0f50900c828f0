import type { ProfileView, Settings } from "../api/bindings";
import { text } from "../i18n.svelte";
import { app } from "./app.svelte";

/** Whether the organisation has set this, so that nobody can change it. */
export const isLocked = (setting: keyof Settings): boolean =>
  app.view.policy?.locked.includes(setting) ?? false;

/** The same for a field of a server. */
export const isFieldLocked = (profile: ProfileView, field: string): boolean =>
  profile.locked.includes(field);

/** Who has set what is locked, and whom to ask. */
export function lockReason(): string {
  const policy = app.view.policy;
  return text("window-locked", {
    organisation: policy?.organisation ?? "none",
    contact: policy?.contact ?? "none",
  });
}
