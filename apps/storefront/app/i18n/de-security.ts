import { deSecurityExternal } from './de-security-external.ts'
import { deSecurityFactors } from './de-security-factors.ts'
import { deSecurityPasskeys } from './de-security-passkeys.ts'
import { deSecurityPassword } from './de-security-password.ts'
import { deSecuritySessions } from './de-security-sessions.ts'
import { deSecurityTotp } from './de-security-totp.ts'

/** German for the security of an account, a file a slice. */
export const deSecurity = {
  security: {
    tab: 'Sicherheit',
    title: 'Anmeldung und Sicherheit',
    lead: 'Wie Sie sich anmelden und wo Sie angemeldet sind.',
    password: deSecurityPassword,
    passkeys: deSecurityPasskeys,
    sessions: deSecuritySessions,
    factors: deSecurityFactors,
    totp: deSecurityTotp,
    external: deSecurityExternal,
  },
}
