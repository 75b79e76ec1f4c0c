import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Timestamp } from '@rampart/platform/contract/fields.ts'

/** What the security health page asks about accounts: numbers, and nobody's name. */
export const healthOperations = {
  identityHealth: {
    kind: 'query',
    summary: 'How well accounts, sessions and signing keys are kept.',
    access: { modules: ['monitoring'] },
    input: z.strictObject({}),
    output: z.strictObject({
      /** Members of staff who can sign in: neither locked nor still invited. */
      staff: z.int(),
      staff_with_second_factor: z.int(),
      staff_with_passkey: z.int(),
      /** Of them, those who may do everything. */
      super_admins: z.int(),
      /** Invitations that were not accepted within the three days that their link is good. */
      invitations_lapsed: z.int(),
      staff_locked: z.int(),
      customers_locked: z.int(),
      /** Passwords that were guessed at too often, or whose owner said that others know it. */
      staff_passwords_disabled: z.int(),
      customer_passwords_disabled: z.int(),
      staff_sessions: z.int(),
      /** Open sessions of staff that nobody used for two hours. */
      staff_sessions_idle: z.int(),
      /** When the key that signs access tokens was made. */
      signing_key_created_at: Timestamp,
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
