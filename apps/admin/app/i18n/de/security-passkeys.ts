import type { Texts } from '../texts.ts'

export const securityPasskeys: Texts['security']['passkeys'] = {
  title: 'Passkeys',
  lead: 'Melden Sie sich mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts an, ohne Passwort. Ein Passkey zählt als zwei Faktoren.',
  none: 'Noch kein Passkey.',
  add: 'Passkey hinzufügen',
  added: 'Der Passkey „{{name}}“ ist hinzugefügt.',
  spare:
    'Sie haben nur einen Passkey. Fügen Sie einen zweiten oder eine Authenticator-App hinzu, damit ein verlorenes Gerät Sie nicht aussperrt.',
  addedOn: 'Hinzugefügt am {{date}}',
  lastUsed: 'zuletzt benutzt {{ago}}',
  neverUsed: 'noch nicht benutzt',
  backedUp: 'Gesichert',
  oneDevice: 'Nur dieses Gerät',
  renameOf: 'Passkey {{name}} umbenennen',
  renameTitle: 'Passkey umbenennen',
  name: 'Name',
  save: 'Speichern',
  remove: 'Entfernen',
  removeOf: 'Passkey {{name}} entfernen',
  removeTitle: '„{{name}}“ entfernen?',
  removeText:
    'Er öffnet dieses Konto nicht mehr. Ihr Gerät bietet ihn vielleicht weiter an, bis Sie ihn auch dort löschen.',
  signIn: 'Mit Passkey anmelden',
  or: 'oder',
  unusable: 'Dieser Browser kann für diese Adresse keine Passkeys anlegen.',
  known: 'Dieses Gerät hat schon einen Passkey dieses Kontos.',
  unsuited:
    'Mit diesem Gerät ging es nicht: Ein Passkey muss prüfen können, wer Sie sind, durch PIN, Finger oder Gesicht.',
}
