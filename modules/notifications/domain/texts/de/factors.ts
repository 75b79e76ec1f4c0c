import type { Factor, FactorChange } from '../../account-facts.ts'

/** What happened to a way of signing in, as a sentence without its full stop. */
export const factorNews: Readonly<Record<Factor, Readonly<Record<FactorChange, string>>>> = {
  totp: {
    added: 'Eine Authenticator-App wurde hinzugefügt',
    removed: 'Die Authenticator-App wurde entfernt',
    regenerated: 'Die Authenticator-App wurde neu eingerichtet',
    used: 'Die Authenticator-App wurde benutzt',
    locked: 'Die Authenticator-App wurde nach falschen Codes gesperrt',
  },
  passkey: {
    added: 'Ein Passkey wurde hinzugefügt',
    removed: 'Ein Passkey wurde entfernt',
    regenerated: 'Ein Passkey wurde neu eingerichtet',
    used: 'Ein Passkey wurde benutzt',
    locked: 'Ein vielleicht kopierter Passkey wurde abgelehnt',
  },
  backup_codes: {
    added: 'Ersatzcodes wurden erstellt',
    removed: 'Die Ersatzcodes wurden entfernt',
    regenerated: 'Neue Ersatzcodes wurden erstellt',
    used: 'Ein Ersatzcode wurde benutzt',
    locked: 'Die Ersatzcodes wurden nach falschen Versuchen gesperrt',
  },
  external: {
    added: 'Eine externe Anmeldung wurde verknüpft',
    removed: 'Eine externe Anmeldung wurde getrennt',
    regenerated: 'Eine externe Anmeldung wurde neu verknüpft',
    used: 'Eine externe Anmeldung wurde benutzt',
    locked: 'Eine externe Anmeldung wurde nach gescheiterten Versuchen gesperrt',
  },
}
