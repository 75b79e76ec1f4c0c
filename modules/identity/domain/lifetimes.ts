import type { Audience } from './roles.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60

/** How old a signing key grows before the next one is made. */
export const KEY_AGE_MS = 30 * DAY

/** How long a key is published before it signs, so that whoever keeps a copy of the key set has it by then. */
export const KEY_OVERLAP_MS = HOUR

/** How long a link in a mail, and the owner's set-up link, is good. */
export const ONE_TIME_TOKEN_MS = DAY

/** How long a code in a mail is good. */
export const MAILED_CODE_MS = 10 * MINUTE

/** How long a password can be set once the mailed code was right. */
export const RESET_TOKEN_MS = 15 * MINUTE

/** How long a change of address waits for its confirmations. */
export const EMAIL_CHANGE_MS = DAY

/** How long a username that was given up is kept from others. */
export const USERNAME_REST_MS = 30 * DAY

/** How long the link of a mail is good, by what it is for. */
export function linkLifetime(purpose: string): number {
  if (purpose === 'enrol_staff') return 3 * DAY
  return purpose === 'not_me' ? 7 * DAY : DAY
}

/** How long a browser that was sent to a provider is expected back. */
export const EXTERNAL_SIGN_IN_MS = 10 * MINUTE

/** How long a sign-in of a provider waits to be connected to the account that has its address. */
export const EXTERNAL_OFFER_MS = 15 * MINUTE

/** How long a browser's token is good after another took its place. */
export const PREVIOUS_TOKEN_MS = 10_000

/** How long a sign-in waits for its second factor. */
export const PENDING_SIGN_IN_MS = 5 * MINUTE

/** How long a device stands in for the second factor where that was asked for. */
export const REMEMBERED_DEVICE_MS = 30 * DAY

/** A device that was not seen for this long is forgotten. */
export const KEEP_DEVICE_MS = 400 * DAY

/** How long a username is held for somebody who has not confirmed the address yet. */
export const USERNAME_HOLD_MS = DAY

/** An account whose address was not confirmed is removed after this long. */
export const UNVERIFIED_ACCOUNT_MS = 7 * DAY

/** How long ended sessions and used tokens are kept: long enough to notice a replay. */
export const KEEP_ENDED_MS = 30 * DAY

/** Sessions end when they are not used for `idle` milliseconds, and `absolute` after signing in whatever happens. */
type Limits = { readonly idle: number; readonly absolute: number }

const browser: Readonly<Record<Audience, Limits>> = {
  shop: { idle: 14 * DAY, absolute: 30 * DAY },
  staff: { idle: 8 * HOUR, absolute: DAY },
}

const program: Readonly<Record<Audience, Limits>> = {
  shop: { idle: 7 * DAY, absolute: 30 * DAY },
  staff: { idle: 8 * HOUR, absolute: DAY },
}

/** The limits of a session, by what signed in and where. */
export function sessionLimits(scheme: 'browser' | 'program', audience: Audience): Limits {
  return scheme === 'browser' ? browser[audience] : program[audience]
}

/** The moment `ms` milliseconds after another. */
export function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms)
}

/** The earlier of two moments. */
export function earlier(left: Date, right: Date): Date {
  return left < right ? left : right
}
