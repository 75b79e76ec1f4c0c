import type { Texts } from '../texts.ts'

export const securitySessions: Texts['security']['sessions'] = {
  title: 'Wo Sie angemeldet sind',
  current: 'Dieses Gerät',
  device: '{{browser}} auf {{system}}',
  unknownDevice: 'Unbekanntes Gerät',
  thisNetwork: 'Dieses Netz',
  unknownPlace: 'Ort unbekannt',
  times: 'Zuletzt benutzt {{used}} · angemeldet {{signedIn}}',
  methods: {
    password: 'Passwort',
    totp: 'Authenticator-App',
    backup_code: 'Ersatzcode',
    email_code: 'Code per E-Mail',
    passkey: 'Passkey',
    external: 'Konto bei {{provider}}',
  },
  end: 'Beenden',
  endOf: 'Sitzung beenden: {{device}}',
  endOthers: 'Alle anderen beenden',
  endedOne: 'Die Sitzung ist beendet',
  endedOthers_one: '{{count}} Sitzung ist beendet',
  endedOthers_other: '{{count}} Sitzungen sind beendet',
  endAll: 'Überall abmelden',
  endAllTitle: 'Überall abmelden?',
  endAllText: 'Beendet jede Sitzung dieses Kontos, in allen Browsern und Programmen, auch diese.',
}
