import type { WaitingSignIn } from './second-step.tsx'

const LIFETIME_SECONDS = 300
const METHODS = ['totp', 'backup_code', 'passkey'] as const

/**
 * The sign-in of a provider that waits for its second step, out of what stands behind the # of the address: no server
 * and no other site is told that. null where none does.
 */
export function waitingInAddress(hash: string): WaitingSignIn | null {
  const fields = new URLSearchParams(hash.slice(1))
  const mfa_token = fields.get('mfa_token') ?? ''
  if (!/^[\w-]{43}$/.test(mfa_token)) return null
  const given = (fields.get('methods') ?? '').split(' ')
  const methods = METHODS.filter((method) => given.includes(method))
  return { mfa_required: true, mfa_token, methods, expires_in: LIFETIME_SECONDS }
}

/** Where to go on to after it. */
export function nextInAddress(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get('next')
}
