/** Ways to finish a sign-in that needs more than a password. */
export type FactorMethod = 'totp' | 'backup_code' | 'passkey' | 'email_code'

type Factors = { readonly totp: boolean; readonly backup_codes: number; readonly passkeys: number }

/** Whether the account has a second factor. Backup codes stand in for an authenticator app and are none alone. */
export function hasSecondFactor(factors: Factors): boolean {
  return factors.totp || factors.passkeys > 0
}

/** The methods that an account's factors allow, the one to offer first in front. */
export function methodsOf(factors: Factors): FactorMethod[] {
  const methods: FactorMethod[] = []
  if (factors.passkeys > 0) methods.push('passkey')
  if (factors.totp) methods.push('totp')
  if (factors.backup_codes > 0) methods.push('backup_code')
  return methods
}
