import { invoke } from "@tauri-apps/api/core";
import type {
  Copy,
  DiagnosisView,
  Everything,
  Imported,
  IntroducedView,
  Keep,
  LinkAnswer,
  ProfileDraft,
  ReminderAnswer,
  Settings,
  Understood,
  UpdateAnswer,
} from "./bindings";

// One line per command of the window. What fails rejects with an `ErrorView`.

export const look = () => invoke<Everything>("look");
export const understand = (text: string) => invoke<Understood>("understand", { text });

export const join = (key: string) => invoke<void>("join", { key });
export const joinText = (text: string, profile: string | null, choice: number | null) =>
  invoke<void>("join_text", { text, profile, choice });
export const cancelJoin = () => invoke<void>("cancel_join");
export const joinAgain = () => invoke<void>("join_again");
export const joinByPage = () => invoke<void>("join_by_page");
export const joinNext = () => invoke<void>("join_next");
export const rejoin = () => invoke<void>("rejoin");
export const closeJoin = () => invoke<void>("close_join");
export const copy = (what: Copy) => invoke<void>("copy", { what });

export const remember = (text: string, choice: number | null) =>
  invoke<void>("remember", { text, choice });
export const forget = (key: string) => invoke<void>("forget", { key });
export const undoForget = () => invoke<void>("undo_forget");
export const armAutoJoin = (key: string, armed: boolean) =>
  invoke<void>("arm_auto_join", { key, armed });
export const answerReminder = (key: string, answer: ReminderAnswer) =>
  invoke<void>("answer_reminder", { key, answer });

export const refresh = (profile: string | null) => invoke<void>("refresh", { profile });
export const showLater = () => invoke<void>("show_later");
export const setFavourite = (key: string, favourite: boolean) =>
  invoke<void>("set_favourite", { key, favourite });

export const checkServer = (address: string, name: string | null) =>
  invoke<void>("check_server", { address, name });
export const checkAccount = (login: string, password: string) =>
  invoke<void>("check_account", { login, password });
export const saveServer = (draft: ProfileDraft, keep: Keep) =>
  invoke<void>("save_server", { draft, keep });
export const closeSetup = () => invoke<void>("close_setup");

export const changeServer = (id: string, draft: ProfileDraft) =>
  invoke<void>("change_server", { id, draft });
export const setPassword = (id: string, password: string, keep: Keep) =>
  invoke<void>("set_password", { id, password, keep });
export const trustKey = (profile: string | null, key: string) =>
  invoke<void>("trust_key", { profile, key });
export const trustFile = (profile: string | null) => invoke<boolean>("trust_file", { profile });
export const takeBackTrust = (profile: string | null) =>
  invoke<void>("take_back_trust", { profile });
export const checkProfile = (id: string) => invoke<void>("check_profile", { id });
export const moveServer = (id: string, to: number) => invoke<void>("move_server", { id, to });
export const removeServer = (id: string) => invoke<void>("remove_server", { id });
export const undoRemove = () => invoke<void>("undo_remove");
export const exportServers = () => invoke<string | null>("export_servers");
export const importServers = () => invoke<Imported | null>("import_servers");
export const introduce = (id: string, help: string, withKey: boolean) =>
  invoke<IntroducedView>("introduce", { id, help, withKey });

export const changeSettings = (settings: Settings) => invoke<void>("change_settings", { settings });
export const answerLink = (to: number, answer: LinkAnswer) =>
  invoke<void>("answer_link", { to, answer });

export const checkForUpdate = () => invoke<void>("check_for_update");
export const installUpdate = () => invoke<void>("install_update");
export const cancelUpdate = () => invoke<void>("cancel_update");
export const answerUpdate = (answer: UpdateAnswer) => invoke<void>("answer_update", { answer });

export const diagnose = () => invoke<DiagnosisView>("diagnose");
export const report = () => invoke<string>("report");
export const openLogFolder = () => invoke<void>("open_log_folder");
export const licences = () => invoke<string>("licences");
export const closeWanted = () => invoke<void>("close_wanted");
export const closeWindow = () => invoke<void>("close_window");
export const quit = () => invoke<void>("quit");
export const setZoom = (factor: number) => invoke<void>("set_zoom", { factor });
export const painted = (what: string) => invoke<void>("painted", { what });
