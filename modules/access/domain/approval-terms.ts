const DAY_MS = 24 * 3_600_000

/** How long a proposal waits for somebody to decide on it. */
export const PROPOSAL_MS = 3 * DAY_MS

/** How long an approval is good for, once. */
export const APPROVAL_MS = DAY_MS

/** Proposals of one person that may wait at the same time. */
export const MOST_WAITING = 20

/** How many of those who may decide are told by mail. */
export const MOST_ASKED = 50

/** How long what was decided can be read. */
export const KEEP_APPROVALS_MS = 365 * DAY_MS
