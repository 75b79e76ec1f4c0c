import { check } from './check.ts'

const MANY_OWNERS = 3
const MANY_WITHOUT = 0.9

/** How well people and their sessions are kept. */
export const peopleChecks = {
  'second-factors': check({
    weight: 14,
    cap: 79,
    where: '/users',
    judge: ({ people }) => {
      if (people === null) return null
      const share = people.staff === 0 ? 1 : people.staff_with_second_factor / people.staff
      const state = share === 1 ? 'good' : share >= MANY_WITHOUT ? 'attention' : 'bad'
      return { state, share, figures: { staff: people.staff, having: people.staff_with_second_factor } }
    },
  }),
  passkeys: check({
    weight: 6,
    where: '/users',
    judge: ({ people }) => {
      if (people === null) return null
      const share = people.staff === 0 ? 1 : people.staff_with_passkey / people.staff
      const figures = { staff: people.staff, having: people.staff_with_passkey }
      return { state: share === 1 ? 'good' : 'attention', share, figures }
    },
  }),
  'super-admins': check({
    weight: 6,
    where: '/users',
    judge: ({ people }) => {
      if (people === null) return null
      const count = people.super_admins
      const state = count === 0 ? 'bad' : count === 1 || count > MANY_OWNERS ? 'attention' : 'good'
      return { state, figures: { count } }
    },
  }),
  'lapsed-invitations': check({
    weight: 2,
    where: '/users?status=invited',
    judge: ({ people }) =>
      people === null
        ? null
        : {
            state: people.invitations_lapsed === 0 ? 'good' : 'attention',
            figures: { count: people.invitations_lapsed },
          },
  }),
  'idle-sessions': check({
    weight: 3,
    where: '/users',
    judge: ({ people }) =>
      people === null
        ? null
        : {
            state: people.staff_sessions_idle === 0 ? 'good' : 'attention',
            figures: { open: people.staff_sessions, idle: people.staff_sessions_idle },
          },
  }),
  'disabled-passwords': check({
    weight: 3,
    where: '/users?status=password_disabled',
    judge: ({ people }) => {
      if (people === null) return null
      const { staff_passwords_disabled: staff, customer_passwords_disabled: customers } = people
      return { state: staff + customers === 0 ? 'good' : 'attention', figures: { staff, customers } }
    },
  }),
  'locked-accounts': check({
    weight: 2,
    where: '/users?status=locked',
    judge: ({ people }) => {
      if (people === null) return null
      const { staff_locked: staff, customers_locked: customers } = people
      return { state: staff === 0 ? 'good' : 'attention', figures: { staff, customers } }
    },
  }),
} as const
