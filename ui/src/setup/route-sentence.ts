import type { AccountRoute } from "../api/bindings";
import { text } from "../i18n.svelte";

/** In one sentence, what an account can do. */
export function routeSentence(route: AccountRoute, login: string | null): string {
  if (login === null || login === "") return text("window-route-no-account");
  return route === "room-page"
    ? text("window-route-room-page", { login })
    : route === "room-hash"
      ? text("window-route-room-hash", { login })
      : text("window-route-unknown", { login });
}
