import type { Texts } from '../texts.ts'

export const securitySessions: Texts['security']['sessions'] = {
  title: 'Wo Sie angemeldet sind',
  endAll: 'Überall abmelden',
  endAllTitle: 'Überall abmelden?',
  endAllText: 'Beendet jede Sitzung dieses Kontos, in allen Browsern und Programmen, auch diese.',
}
