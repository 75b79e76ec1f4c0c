const MINUTE = 60_000

/** Every fifth wrong code in a row locks the codes of an account. */
export const FACTOR_TRIES = 5

/** For how long. */
export const FACTOR_LOCK_MS = 15 * MINUTE

/** How long an authenticator app may take to be set up. */
export const TOTP_SETUP_MS = 15 * MINUTE
