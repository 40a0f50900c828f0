import type { ProfileView } from "../api/bindings";
import { text } from "../i18n.svelte";

/** In a few words, how a server stands. */
export function stateText({ login, route, list }: ProfileView): string {
  if (login === null) return text("window-server-no-account");
  if (list.state === "stale") return list.error.message;
  return route === "unknown" ? login : text(`window-server-route-${route}`, { login });
}
