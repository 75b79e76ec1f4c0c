import { enSecurityExternal } from './en-security-external.ts'
import { enSecurityFactors } from './en-security-factors.ts'
import { enSecurityPasskeys } from './en-security-passkeys.ts'
import { enSecurityPassword } from './en-security-password.ts'
import { enSecuritySessions } from './en-security-sessions.ts'
import { enSecurityTotp } from './en-security-totp.ts'

/** English for the security of an account, a file a slice. */
export const enSecurity = {
  security: {
    tab: 'Security',
    title: 'Sign-in and security',
    lead: 'How you sign in, and where you are signed in.',
    password: enSecurityPassword,
    passkeys: enSecurityPasskeys,
    sessions: enSecuritySessions,
    factors: enSecurityFactors,
    totp: enSecurityTotp,
    external: enSecurityExternal,
  },
}
