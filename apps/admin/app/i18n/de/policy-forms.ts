import type { policyForms as english } from '../en/policy-forms.ts'

export const policyForms: typeof english = {
  templates: {
    'passkey-outside-office': {
      title: 'Personal braucht außerhalb des Büros einen Passkey',
      text: 'Aus anderen Netzen gilt eine Sitzung des Personals nur, wenn sie mit einem Passkey begonnen oder erneuert wurde.',
    },
    'large-refunds': {
      title: 'Große Erstattungen brauchen frischen Nachweis und zweite Person',
      text: 'Eine Erstattung über dem Betrag, oder von allem, was übrig ist, wartet auf die Zustimmung einer anderen Person.',
    },
    'role-grants': {
      title: 'Rollen zu geben braucht eine zweite Person',
      text: 'Niemand macht jemanden allein zum Personal oder gibt allein eine Rolle.',
    },
    'new-staff': {
      title: 'Neues Personal braucht eine zweite Person',
      text: 'Niemand lädt allein jemanden ins Personal ein oder entscheidet allein über eine Rollenanfrage.',
    },
    'rule-changes': {
      title: 'Regeln zu ändern braucht eine zweite Person',
      text: 'Niemand ändert oder entfernt allein eine Regel oder was eine Rolle darf: sonst könnte eine Person alle anderen aufheben.',
    },
    'quiet-hours': {
      title: 'Nachts keine Exporte und keine Änderung von Rollen',
      text: 'Zwischen zwei Stunden des Tages (UTC) holt niemand Daten heraus oder ändert, was jemand darf.',
    },
    'staff-countries': {
      title: 'Personal nur aus genannten Ländern',
      text: 'Lokale Netze gehören zu keinem Land und bleiben offen, ebenso Adressen, deren Land unbekannt ist.',
    },
    'unknown-devices-read': {
      title: 'Unbekannte Geräte dürfen nur lesen',
      text: 'Die erste Sitzung auf einem Gerät ändert nichts außer den eigenen Faktoren und Sitzungen.',
    },
    'high-risk-reads': {
      title: 'Sitzungen mit hohem Risiko dürfen nur lesen',
      text: 'Eine Sitzung nach ungewöhnlicher Anmeldung ändert nichts außer den eigenen Faktoren und Sitzungen.',
    },
    'role-may-not': {
      title: 'Eine Operation ist einer Rolle verschlossen',
      text: 'Was immer die Rolle sonst erlaubt.',
    },
  },
  parameters: {
    amount: 'Über',
    countries: 'Länder',
    hours: 'Von und bis, in UTC',
    networks: 'Netze des Büros',
    operation: 'Operation',
    role: 'Rolle',
  },
  from: 'Von',
  to: 'Bis',
  linesHint: 'Je Zeile eines, etwa 203.0.113.0/24.',
  countriesHint: 'Von wo das Personal arbeiten darf.',
  addCountry: 'Land hinzufügen',
  removeCountry: '{{country}} entfernen',
  wrong: {
    money: 'Schreiben Sie einen Betrag wie 500.',
    networks: 'Nennen Sie mindestens ein Netz.',
    countries: 'Wählen Sie mindestens ein Land.',
    hours: 'Wählen Sie zwei Stunden.',
    text: 'Das kann nicht leer sein.',
    number: 'Schreiben Sie eine ganze Zahl.',
  },
  who: 'Wer',
  guest: 'Gast',
  operation: 'Tut was',
  amount: 'Betrag',
  at: 'Wann',
  ip: 'Von der Adresse',
  country: 'Aus dem Land',
  unknown: 'Nicht bekannt',
  proven: 'In dieser Sitzung nachgewiesen',
  factor: {
    password: 'Passwort',
    totp: 'Authentifizierungs-App',
    passkey: 'Passkey',
    external: 'Anderer Anbieter',
  },
  circumstances: 'Umstände',
  flag: {
    device_known: 'Das Gerät ist bekannt',
    fresh: 'Eben erneut nachgewiesen',
    approved: 'Jemand anderes hat zugestimmt',
  },
  risk: 'Risiko der Anmeldung',
  risks: { low: 'Niedrig', medium: 'Mittel', high: 'Hoch' },
}
