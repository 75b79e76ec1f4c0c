import { check } from './check.ts'
import { compareWithUsual } from './unusual.ts'

const WEEK = 7

/** Signs that somebody is trying. */
export const attackChecks = {
  'failed-sign-ins': check({
    weight: 6,
    where: '/audit?action=authn_login_fail',
    judge: ({ signals }) => {
      if (signals === null) return null
      const { state, today, usual } = compareWithUsual(signals.failed_sign_ins, 20)
      return { state, figures: { today, usual } }
    },
  }),
  lockouts: check({
    weight: 4,
    where: '/audit?action=authn_login_lock',
    judge: ({ signals }) => {
      if (signals === null) return null
      const { state, today, usual } = compareWithUsual(signals.lockouts, 3)
      return { state, figures: { today, usual } }
    },
  }),
  'token-reuse': check({
    weight: 8,
    cap: 79,
    where: '/audit?action=authn_token_reuse',
    judge: ({ signals }) => {
      if (signals === null) return null
      const lately = signals.token_reuse.slice(0, WEEK)
      const [today = 0] = lately
      const week = lately.reduce((sum, count) => sum + count, 0)
      return { state: today > 0 ? 'bad' : week > 0 ? 'attention' : 'good', figures: { today, week } }
    },
  }),
  'unusual-patterns': check({
    weight: 4,
    where: '/audit?view=insights',
    judge: ({ warnings }) =>
      warnings === null
        ? null
        : { state: warnings === 0 ? 'good' : 'attention', figures: { count: warnings } },
  }),
} as const
