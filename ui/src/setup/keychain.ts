import type { ErrorView } from "../api/bindings";

const KEYCHAIN = new Set(["keychain-missing", "keychain-locked", "keychain-failed"]);

/** Whether a password could be kept in memory instead. */
export const isKeychainTrouble = (error: ErrorView): boolean => KEYCHAIN.has(error.code);

/** Whether giving the password helps: again, another one, or to be kept in memory. */
export const wantsPassword = (error: ErrorView): boolean =>
  error.code === "bad-credentials" || error.code === "secret-missing" || isKeychainTrouble(error);
