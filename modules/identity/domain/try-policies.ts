/**
 * How often something may be tried. The first `free` tries cost nothing; after each further one a wait begins:
 * `base`, twice that, four times … up to `max` seconds. All is forgotten after `forget` quiet seconds.
 */
export type TryPolicy = {
  readonly free: number
  readonly base: number
  readonly max: number
  readonly forget: number
}

const DAY = 86_400

/** Wrong passwords for one account. */
export const accountTries: TryPolicy = { free: 5, base: 1, max: 900, forget: DAY }

/** Wrong passwords from one network: looser, because a whole office may share it. */
export const networkTries: TryPolicy = { free: 50, base: 1, max: 900, forget: 3_600 }

/** Sign-ups and resent mails from one network. */
export const signUpTries: TryPolicy = { free: 100, base: 10, max: 3_600, forget: 3_600 }

/** Mails to one address that somebody else may have asked for. */
export const mailTries: TryPolicy = { free: 3, base: 60, max: 3_600, forget: DAY }

/** After so many wrong passwords in a row the password is disabled (NIST SP 800-63B: no more than 100). */
export const MAX_WRONG_PASSWORDS = 100

/** Codes asked for and typed in to recover an account, from one network. */
export const recoveryTries: TryPolicy = { free: 30, base: 10, max: 3_600, forget: 3_600 }

/** Browsers sent to a provider, from one network. */
export const externalTries: TryPolicy = { free: 200, base: 1, max: 900, forget: 3_600 }
