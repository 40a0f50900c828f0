import type { ProfileDraft, ProfileView, SetupView } from "../api/bindings";

/** A new server as it is saved at first; the rest can be changed later. */
export function newDraft(setup: SetupView, login: string): ProfileDraft {
  return {
    name: setup.name ?? "",
    address: setup.address ?? setup.given,
    login,
    firstName: "",
    lastName: "",
    email: "",
    language: null,
    wishes: { moderator: false, audioVideoTest: false },
    colour: null,
    browser: null,
    help: setup.help ?? "",
  };
}

/** The fields of a saved server, to be changed. */
export function draftOf(profile: ProfileView): ProfileDraft {
  return {
    name: profile.name,
    address: profile.address,
    login: profile.login ?? "",
    firstName: profile.firstName ?? "",
    lastName: profile.lastName ?? "",
    email: profile.email ?? "",
    language: profile.language,
    wishes: { moderator: profile.moderator, audioVideoTest: profile.audioVideoTest },
    colour: profile.colour,
    browser: profile.browser,
    help: profile.help ?? "",
  };
}
