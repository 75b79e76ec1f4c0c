import { securityExternal } from './security-external.ts'
import { securityFactors } from './security-factors.ts'
import { securityPasskeys } from './security-passkeys.ts'
import { securityPassword } from './security-password.ts'
import { securitySessions } from './security-sessions.ts'
import { securityTotp } from './security-totp.ts'

/** English for the security of the account, a file a slice. */
export const security = {
  title: 'Sign-in and security',
  lead: 'How you sign in, and where you are signed in.',
  passkeys: securityPasskeys,
  password: securityPassword,
  sessions: securitySessions,
  factors: securityFactors,
  totp: securityTotp,
  external: securityExternal,
}
