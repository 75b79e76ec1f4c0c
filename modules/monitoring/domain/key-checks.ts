import { check } from './check.ts'

const DAY_MS = 86_400_000
/** A new signing key is made after 30 days; one that is a little older waits for the next look. */
const KEY_DAYS = 31
const KEY_DAYS_BAD = 45

/** Keys that sign, and keys that programs hold. */
export const keyChecks = {
  'signing-key': check({
    weight: 5,
    where: null,
    judge: ({ people, now }) => {
      if (people === null) return null
      const days = Math.max(0, Math.floor((now - Date.parse(people.signing_key_created_at)) / DAY_MS))
      const state = days <= KEY_DAYS ? 'good' : days <= KEY_DAYS_BAD ? 'attention' : 'bad'
      return { state, figures: { days } }
    },
  }),
  'unused-api-keys': check({
    weight: 3,
    where: '/api-keys',
    judge: ({ powers }) => powers && keyFigures(powers.keys_active, powers.keys_stale),
  }),
  'old-api-keys': check({
    weight: 3,
    where: '/api-keys',
    judge: ({ powers }) => powers && keyFigures(powers.keys_active, powers.keys_old),
  }),
  'open-api-keys': check({
    weight: 3,
    where: '/api-keys',
    judge: ({ powers }) => powers && keyFigures(powers.keys_active, powers.keys_without_network),
  }),
} as const

function keyFigures(all: number, count: number) {
  return { state: count === 0 ? 'good' : 'attention', figures: { all, count } } as const
}
