import type { Release, UpdatesView, UpdateView } from "../api/bindings";
import { text, texts } from "../i18n.svelte";

/** The version that a stage is about, if it is about one. */
export function releaseOf(stage: UpdateView): Release | null {
  return "release" in stage ? stage.release : null;
}

/** How far an update has come, where nothing failed. */
export function sentence({ off, stage, waitsUntil }: UpdatesView): string {
  if (off !== null) return text(`window-update-off-${off}`);
  const time = waitsUntil === null ? null : texts.formats.time(waitsUntil);
  switch (stage.state) {
    case "unknown":
    case "failed":
      return "";
    case "checking":
      return text("window-update-checking");
    case "current":
      return text("window-update-current");
    case "available":
      return time === null
        ? text("window-update-restarts")
        : text("window-update-after-meeting", { time });
    case "downloading": {
      const { percent } = stage;
      const { version } = stage.release;
      return percent === null
        ? text("window-update-downloading", { version })
        : text("window-update-downloading-percent", { version, percent });
    }
    case "ready": {
      const { version } = stage.release;
      return time === null
        ? text("window-update-ready", { version })
        : text("window-update-waits", { version, time });
    }
  }
}
