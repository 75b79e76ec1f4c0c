import { z } from 'zod'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'

const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

/** 15 to 256 characters; no composition rules (NIST SP 800-63B). Spaces count and nothing is trimmed. */
export const NewPassword = z
  .string()
  .min(15, 'Use 15 characters or more. A few words in a row are easy to remember.')
  .max(256)
  .refine(wellFormed, 'The password is not valid text.')

/** For accounts that have a second factor, 8 characters are enough; the operation decides who may. */
export const ChangedPassword = z
  .string()
  .min(8, 'Use 8 characters or more.')
  .max(256)
  .refine(wellFormed, 'The password is not valid text.')

/** A password as it is typed in to be checked. */
export const GivenPassword = z.string().min(1).max(256)

/** A secret out of a link or an earlier answer. */
export const Token = z.string().min(20).max(200)

/** How somebody may be called beside the e-mail address. Never with an @, so that neither is taken for the other. */
export const Username = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{1,30})[A-Za-z0-9]$/, 'Use 3 to 32 letters, digits, dots, hyphens.')

/** The answer to a challenge, where one was asked for: see GET /auth/challenge. */
export const ChallengeResponse = z.string().max(4_000)

/** Six digits, as an authenticator app or a mail shows them; spaces are forgiven. */
export const SixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Use the six digits.'))

/** Roles a staff account can have, with the customer role beside them. */
export const Role = z.enum([
  'super_admin',
  'admin',
  'manager',
  'procurement_manager',
  'sales_manager',
  'staff',
  'seller',
  'customer',
])

/** Languages that pages and mails are written in. */
export const Language = z.enum(['en', 'de'])

/** Ways to finish a sign-in that needs more than a password. */
export const FactorMethod = z.enum(['totp', 'backup_code', 'passkey', 'email_code'])

/** An account as its owner sees it. */
const Account = z.strictObject({
  id: Id,
  email: z.string(),
  username: z.string().nullable(),
  full_name: z.string(),
  role: Role,
  language: Language,
  avatar_url: z.string().nullable(),
  // Three digits of the date of birth, as `**/**/19*4`; the whole never leaves, a reset asks for it.
  date_of_birth_hint: z.string().nullable(),
  /** Whether a reset of the password asks for the date of birth, where there is one. */
  birth_date_check: z.boolean(),
  /** Whether the account must set up a second factor before it may do anything else. */
  enrolment_required: z.boolean(),
  created_at: Timestamp,
})

export const Me = Account.extend({
  /** What this session may do, of staff: `resource:action`, where either side may be `*`. */
  permissions: z.array(z.string()),
})

export const Credentials = z
  .strictObject({
    email: z.string().max(254).optional(),
    username: z.string().max(254).optional(),
    password: GivenPassword,
    /** Skip the second factor in this browser for 30 days once it was given. */
    remember_device: z.boolean().optional(),
    challenge_response: ChallengeResponse.optional(),
    // OAuth2 password-form clients send it.
    grant_type: z.literal('password').optional(),
    scope: z.string().max(200).optional(),
  })
  .refine((input) => (input.email === undefined) !== (input.username === undefined), {
    message: 'Give either email or username.',
    path: ['email'],
  })

/** The way is not at its end: one of these methods has to follow, with the token. */
export const MfaRequired = z.strictObject({
  mfa_required: z.literal(true),
  mfa_token: z.string(),
  methods: z.array(FactorMethod),
  /** Seconds. */
  expires_in: z.int(),
})

export const TokenPair = z.strictObject({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
})

export const BrowserSession = z.strictObject({
  session_token: z.string().nullable(),
  audience: z.enum(['shop', 'staff']),
  account: Account,
  expires_at: Timestamp,
})

/** A fresh proof; a browser holds another token from then on. */
export const FreshProof = z.strictObject({
  fresh_until: Timestamp,
  session_token: z.string().nullable(),
  audience: z.enum(['shop', 'staff']),
  expires_at: Timestamp.nullable(),
})

/** What a sign-in of a program answers, and that of a browser. */
export const ProgramSignIn = z.union([TokenPair, MfaRequired])
export const BrowserSignIn = z.union([BrowserSession, MfaRequired])
export const AnySignIn = z.union([TokenPair, BrowserSession])

export const wrongCredentials = {
  IDENTITY_WRONG_CREDENTIALS: { status: 401, message: 'The e-mail address or the password is not right.' },
} as const

export const tooManyTries = {
  IDENTITY_TOO_MANY_TRIES: { status: 429, message: 'Too many tries. Wait a little and try again.' },
} as const

export const challengeRequired = {
  IDENTITY_CHALLENGE_REQUIRED: {
    status: 403,
    message: 'Solve the challenge of /auth/challenge and send the answer along.',
  },
} as const

export const tokenInvalid = {
  IDENTITY_TOKEN_INVALID: { status: 400, message: 'This link is not valid any more. Ask for a new one.' },
} as const

export const weakPassword = {
  IDENTITY_PASSWORD_TOO_COMMON: {
    status: 400,
    message: 'This password is on the list of the most used ones. Choose another.',
  },
} as const

export const wrongCode = {
  IDENTITY_WRONG_CODE: { status: 401, message: 'This code is not right, or was used before.' },
  IDENTITY_FACTOR_LOCKED: { status: 429, message: 'Too many wrong codes. Wait a little and try again.' },
} as const

export const signInExpired = {
  IDENTITY_SIGN_IN_EXPIRED: { status: 401, message: 'This sign-in took too long. Begin again.' },
} as const

export const lastFactor = {
  IDENTITY_FACTOR_REQUIRED: {
    status: 409,
    message: 'Staff need a second factor. Add another one before you remove this.',
  },
  IDENTITY_PASSWORD_TOO_SHORT_ALONE: {
    status: 409,
    message: 'Your password is too short without a second factor. Change it to 15 characters or more first.',
  },
} as const
