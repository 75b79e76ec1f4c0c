import type { AccountTexts } from '../letter.ts'

export const approvals: Pick<AccountTexts, 'approval-asked' | 'approval-decided'> = {
  'approval-asked': (shop, { operation }) => ({
    subject: `${shop} bittet um Ihre Zustimmung`,
    preview: 'Jemand schlägt eine Änderung vor, die zwei Personen braucht.',
    title: 'Ihre Zustimmung ist gefragt',
    opening: [
      `Jemand aus der Verwaltung von ${shop} schlägt eine Änderung vor, die zwei Personen braucht. Sie dürfen darüber entscheiden, ebenso wie andere mit derselben Berechtigung.`,
    ],
    facts: [['Vorgang', operation]],
    action: 'Vorschlag ansehen',
    lifetime: 'Er wartet drei Tage.',
    closing: [
      'Stimmen Sie nur dem zu, was Sie gelesen und verstanden haben. Fragen Sie im Zweifel nach, aber nicht per Mail.',
    ],
    reason: `Sie bekommen diese Mail, weil Ihre Rolle in der Verwaltung von ${shop} diese Entscheidung erlaubt.`,
  }),
  'approval-decided': (shop, { operation, approved }) => ({
    subject: approved
      ? `Ihrem Vorschlag bei ${shop} wurde zugestimmt`
      : `Ihr Vorschlag bei ${shop} wurde abgelehnt`,
    preview: approved
      ? 'Sie können ihn einmal ausführen, innerhalb von 24 Stunden.'
      : 'Es wurde nichts geändert.',
    title: approved ? 'Ihrem Vorschlag wurde zugestimmt' : 'Ihr Vorschlag wurde abgelehnt',
    opening: approved
      ? [
          'Jemand aus Ihrem Team hat dem zugestimmt, was Sie vorgeschlagen haben. Ausgeführt ist es noch nicht: Senden Sie es noch einmal genau so ab.',
        ]
      : ['Jemand aus Ihrem Team hat sich gegen Ihren Vorschlag entschieden. Es wurde nichts geändert.'],
    facts: [['Vorgang', operation]],
    action: 'Eigene Vorschläge öffnen',
    ...(approved ? { lifetime: 'Die Zustimmung gilt einmal und 24 Stunden lang.' } : {}),
    closing: [
      'Haben Sie nichts vorgeschlagen, dann nutzt jemand Ihr Konto: Ändern Sie Ihr Passwort und sagen Sie der Administration Bescheid.',
    ],
    reason: `Sie bekommen diese Mail, weil mit Ihrem Konto in der Verwaltung von ${shop} etwas vorgeschlagen wurde.`,
  }),
}
