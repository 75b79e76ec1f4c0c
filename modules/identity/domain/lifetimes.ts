import type { Audience } from './roles.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60

/** How long a link in a mail, and the owner's set-up link, is good. */
export const ONE_TIME_TOKEN_MS = DAY

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
