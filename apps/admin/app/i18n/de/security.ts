import type { Texts } from '../texts.ts'
import { securityExternal } from './security-external.ts'
import { securityFactors } from './security-factors.ts'
import { securityPasskeys } from './security-passkeys.ts'
import { securityPassword } from './security-password.ts'
import { securitySessions } from './security-sessions.ts'
import { securityTotp } from './security-totp.ts'

/** German for the security of the account, a file a slice. */
export const security: Texts['security'] = {
  title: 'Anmeldung und Sicherheit',
  lead: 'Wie Sie sich anmelden und wo Sie angemeldet sind.',
  passkeys: securityPasskeys,
  password: securityPassword,
  sessions: securitySessions,
  factors: securityFactors,
  totp: securityTotp,
  external: securityExternal,
}
