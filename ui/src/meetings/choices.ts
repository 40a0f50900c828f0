import type { ErrorView, InvitedView, Understood } from "../api/bindings";
import type { IconName } from "../components/icons";
import { text } from "../i18n.svelte";

/** What can be done with what was understood. */
export type Act =
  | { act: "join"; profile: string | null; choice: number | null }
  | { act: "remember"; choice: number }
  | { act: "add-server"; address: string; name: string | null }
  | { act: "show-server"; id: string };

/** One line of the pop-up below the field. Without `act` it only says something. */
export interface Choice {
  icon: IconName;
  title: string;
  detail: string;
  act: Act | null;
  /** What can be done beside it. */
  also?: { name: string; act: Act };
  /** Set for a meeting of an invitation: its times want the person's zone. */
  invited?: InvitedView;
  error?: ErrorView;
}

type Kind<K extends Understood["kind"]> = Extract<Understood, { kind: K }>;

/** The lines for what was understood, in order; the first one with an act is Enter's. */
export function choicesFor(understood: Understood): Choice[] {
  switch (understood.kind) {
    case "nothing":
    case "search":
      return [];
    case "room":
      return ofRoom(understood);
    case "link":
      return [ofLink(understood)];
    case "invitation":
      return understood.meetings.map(ofInvited);
    case "server":
      return [ofServer(understood)];
    case "refused":
      return [
        {
          icon: "warning",
          title: understood.error.message,
          detail: understood.error.hint,
          act: null,
          error: understood.error,
        },
      ];
  }
}

function ofRoom({ number, profiles }: Kind<"room">): Choice[] {
  return profiles.map(({ id, name }) => ({
    icon: "door",
    title: text("window-choice-room", { room: number }),
    detail: text("window-choice-on-server", { server: name }),
    act: { act: "join", profile: id, choice: null },
  }));
}

function ofLink({ what, host, encrypted, room, profile, way }: Kind<"link">): Choice {
  const title =
    what === "invitation"
      ? text("window-choice-invitation", { host })
      : room !== null
        ? text("window-choice-room", { room })
        : text("window-choice-link", { host });
  const details = [profile ? text("window-choice-on-server", { server: profile.name }) : host];
  if (what === "invitation") details.push(text("window-choice-as-guest"));
  if (what === "room-hash") details.push(text("window-choice-works-once"));
  if (way === "room-page") details.push(text("window-way-room-page"));
  if (!encrypted) details.push(text("window-choice-not-encrypted"));
  return {
    icon: "door",
    title,
    detail: details.join(" · "),
    act: { act: "join", profile: profile?.id ?? null, choice: null },
  };
}

function ofInvited(invited: InvitedView, index: number): Choice {
  const { host, cancelled, known } = invited;
  const joinable = host !== null && !cancelled;
  const details = [
    cancelled ? text("window-choice-cancelled") : (host ?? text("window-choice-no-link")),
  ];
  if (known !== "new" && known !== "changes") details.push(text(`window-choice-${known}`));
  const choice: Choice = {
    icon: "calendar",
    title: invited.title || text("window-untitled"),
    detail: details.join(" · "),
    act: joinable ? { act: "join", profile: null, choice: index } : null,
    invited,
  };
  const remember = rememberText(invited);
  if (remember !== null) choice.also = { name: remember, act: { act: "remember", choice: index } };
  return choice;
}

/** What the agenda can do with it; nothing, if it has it already. */
function rememberText({ host, start, cancelled, known }: InvitedView): string | null {
  if (known === "changes") {
    return text(cancelled ? "window-choice-take-out" : "window-choice-update");
  }
  return known === "new" && host !== null && start !== null && !cancelled
    ? text("window-choice-remember")
    : null;
}

function ofServer({ address, host, name, profile, introduced }: Kind<"server">): Choice {
  return profile
    ? {
        icon: "server",
        title: text("window-choice-server-known", { server: profile.name }),
        detail: address,
        act: { act: "show-server", id: profile.id },
      }
    : {
        icon: "server",
        title: text("window-choice-server", { host: name ?? host }),
        detail: address,
        // What an introduction says beside the address must not get lost: it is asked about.
        act: introduced
          ? { act: "join", profile: null, choice: null }
          : { act: "add-server", address, name },
      };
}
