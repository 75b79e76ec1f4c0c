import { check } from './check.ts'

const HOUR_MS = 3_600_000
const CHECKPOINT_HOURS = 26
const CHECKPOINT_HOURS_BAD = 72

/** Whether the audit log can be trusted. */
export const trailChecks = {
  'audit-chain': check({
    weight: 12,
    cap: 49,
    where: '/audit',
    judge: ({ trail }) =>
      trail && {
        state: trail.state === 'tampered' ? 'bad' : trail.state === 'behind' ? 'attention' : 'good',
        figures: { entries: trail.entries, position: trail.first_bad_position },
      },
  }),
  'audit-checkpoint': check({
    weight: 5,
    where: '/audit',
    judge: ({ trail, now }) => {
      if (trail === null) return null
      // A log without entries has nothing to prove.
      if (trail.entries === 0) return { state: 'good', figures: { hours: 0, none: false } }
      if (trail.proven_until === null) return { state: 'attention', figures: { hours: 0, none: true } }
      const hours = Math.max(0, Math.floor((now - Date.parse(trail.proven_until)) / HOUR_MS))
      const state = hours < CHECKPOINT_HOURS ? 'good' : hours < CHECKPOINT_HOURS_BAD ? 'attention' : 'bad'
      return { state, figures: { hours, none: false } }
    },
  }),
} as const
