import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { AnySignIn, lastFactor, signInExpired, SixDigits, Token, wrongCode } from './schemas.ts'

const BackupCode = z.string().max(20)

/** Codes that each stand in for the authenticator app once. Shown this one time. */
const BackupCodes = z.strictObject({ backup_codes: z.array(z.string()) })

const totpMissing = {
  IDENTITY_TOTP_MISSING: { status: 409, message: 'No authenticator app is set up.' },
} as const

/** Authenticator apps, their backup codes, the second step of signing in, and devices that may skip it. */
export const totpOperations = {
  setUpTotp: {
    kind: 'command',
    summary: 'Begin to set up an authenticator app: its secret, as text and as a QR code.',
    http: { method: 'POST', path: '/auth/mfa/setup', aliases: ['/auth/totp/setup'] },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol', fresh: true },
    idempotency: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      /** Base32, without padding. */
      secret: z.string(),
      otpauth_url: z.string(),
      /** A PNG as a data address. */
      qr_code: z.string(),
      expires_at: Timestamp,
    }),
  },
  confirmTotp: {
    kind: 'command',
    summary: 'Finish the set-up with a code that the app shows. Answers the backup codes, this one time.',
    http: { method: 'POST', path: '/auth/mfa/setup/verify', aliases: ['/auth/totp/verify'] },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: z.strictObject({ code: SixDigits }),
    output: BackupCodes,
    errors: {
      ...wrongCode,
      IDENTITY_SETUP_EXPIRED: { status: 409, message: 'The set-up was not finished in time. Begin again.' },
    },
  },
  disableTotp: {
    kind: 'command',
    summary: 'Remove the authenticator app and its backup codes.',
    http: { method: 'POST', path: '/auth/mfa/disable', aliases: ['/auth/totp/disable'], status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    input: z.strictObject({}),
    output: Nothing,
    errors: { ...totpMissing, ...lastFactor },
  },
  regenerateBackupCodes: {
    kind: 'command',
    summary: 'New backup codes; the old ones stop working.',
    http: { method: 'POST', path: '/auth/mfa/backup-codes/regenerate' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    idempotency: 'none',
    input: z.strictObject({}),
    output: BackupCodes,
    errors: totpMissing,
  },
  getFactors: {
    kind: 'query',
    summary: 'The second factors of whoever is signed in.',
    http: { method: 'GET', path: '/auth/mfa/status' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: z.strictObject({
      totp: z.boolean(),
      confirmed_at: Timestamp.nullable(),
      backup_codes_left: z.int(),
      passkeys: z.int(),
      remembered_devices: z.int(),
    }),
  },
  verifyMfa: {
    kind: 'command',
    summary: 'The second step of signing in. Answers what the first step would have answered.',
    http: { method: 'POST', path: '/auth/mfa/verify', body: 'form', device: true, session: 'start' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    input: z
      .strictObject({
        mfa_token: Token,
        code: SixDigits.optional(),
        backup_code: BackupCode.optional(),
        email_code: SixDigits.optional(),
        remember_device: z.boolean().optional(),
      })
      .refine(
        ({ code, backup_code, email_code }) =>
          [code, backup_code, email_code].filter((value) => value !== undefined).length === 1,
        { message: 'Give one code.', path: ['code'] },
      ),
    output: AnySignIn,
    errors: {
      ...wrongCode,
      ...signInExpired,
    },
  },
  listDevices: {
    kind: 'query',
    summary: 'Devices that stand in for the second factor at signing in.',
    http: { method: 'GET', path: '/auth/devices', device: true },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          /** Such as `Firefox on Linux`. */
          device: z.string(),
          place: z.string().nullable(),
          last_seen_at: Timestamp,
          remembered_until: Timestamp,
          /** Whether it is the one that asks. */
          current: z.boolean(),
        }),
      ),
    }),
  },
  forgetDevice: {
    kind: 'command',
    summary: 'Ask this device for the second factor again.',
    http: { method: 'DELETE', path: '/auth/devices/:device_id', status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({ device_id: Id }),
    output: Nothing,
  },
  forgetAllDevices: {
    kind: 'command',
    summary: 'Ask every device for the second factor again.',
    http: { method: 'DELETE', path: '/auth/devices', status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({}),
    output: Nothing,
  },
  enrolTotp: {
    kind: 'command',
    summary: 'Set up an authenticator app for an account from the command line.',
    access: { modules: ['cli'] },
    input: z.strictObject({ account_id: Id }),
    output: z.strictObject({
      /** Base32, without padding. */
      secret: z.string(),
      backup_codes: z.array(z.string()),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
