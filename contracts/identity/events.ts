import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import { Role } from './schemas.ts'

const OfAccount = z.strictObject({ account_id: Id })

/** What happened to accounts. Ids and facts only: no secret travels in an event. */
export const identityEvents = {
  'identity.verification-requested.v1': OfAccount,
  'identity.duplicate-registration.v1': OfAccount,
  'identity.email-verified.v1': OfAccount,
  'identity.password-reset-requested.v1': z.strictObject({
    account_id: Id,
    audience: z.enum(['shop', 'staff']),
  }),
  'identity.password-changed.v1': OfAccount,
  'identity.password-disabled.v1': OfAccount,
  'identity.account-locked.v1': z.strictObject({ account_id: Id, reason: z.enum(['staff', 'risk']) }),
  'identity.account-unlocked.v1': OfAccount,
  'identity.sessions-ended.v1': OfAccount,
  'identity.new-device.v1': z.strictObject({
    account_id: Id,
    session_id: Id,
    device: z.string(),
    place: z.string().nullable(),
  }),
  'identity.email-change-requested.v1': z.strictObject({ account_id: Id, change_id: Id }),
  'identity.email-changed.v1': OfAccount,
  'identity.factor-changed.v1': z.strictObject({
    account_id: Id,
    factor: z.enum(['totp', 'passkey', 'backup_codes', 'external']),
    change: z.enum(['added', 'removed', 'regenerated', 'used', 'locked']),
  }),
  'identity.staff-invited.v1': OfAccount,
  'identity.recovery-allowed.v1': OfAccount,
  'identity.sign-in-code-requested.v1': z.strictObject({ account_id: Id, mfa_id: Id }),
  'identity.role-requested.v1': z.strictObject({ account_id: Id, role: Role }),
  'identity.role-changed.v1': z.strictObject({ account_id: Id, role: Role }),
  'identity.role-decided.v1': z.strictObject({ account_id: Id, role: Role, approved: z.boolean() }),
} as const
