import type { Texts } from '../texts.ts'
import { securityPasskeys } from './security-passkeys.ts'
import { securitySessions } from './security-sessions.ts'

/** German for the security of the account, a file a slice. */
export const security: Texts['security'] = {
  title: 'Anmeldung und Sicherheit',
  lead: 'Wie Sie sich anmelden und wo Sie angemeldet sind.',
  passkeys: securityPasskeys,
  sessions: securitySessions,
}
