const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long somebody may think about a request of an app. */
export const CONSENT_MS = 60 * MINUTE

/** How long the page that asks whether to sign out can be answered. */
export const TICKET_MS = 10 * MINUTE

/** How exactly it is known when a connection was last used. */
export const TOUCH_AFTER_MS = MINUTE

/** How long a key signs before the next one does. */
export const SIGNING_MS = 60 * DAY

/** How long a key is published before it signs: whoever keeps a copy of the key set has looked again by then. */
export const ANNOUNCE_MS = 3 * DAY

/** How long a key is published after it signed for the last time. */
export const KEEP_KEY_MS = 30 * DAY
