import type { AccountTexts } from '../letter.ts'

export const staff: Pick<AccountTexts, 'staff-invited' | 'recovery-allowed'> = {
  'staff-invited': (shop) => ({
    subject: `Ihr Zugang zur Verwaltung von ${shop}`,
    preview: 'Richten Sie ihn innerhalb von 72 Stunden ein.',
    title: `Willkommen bei ${shop}`,
    opening: [
      `In der Verwaltung von ${shop} gibt es ein Konto für Sie. Um es zu nutzen, wählen Sie ein Passwort und einen zweiten Schritt, etwa einen Passkey.`,
    ],
    action: 'Konto einrichten',
    lifetime: 'Der Link gilt einmal und 72 Stunden lang.',
    closing: ['Behalten Sie den Link für sich: Wer ihn zuerst öffnet, dem gehört das Konto.'],
    reason: `Sie bekommen diese Mail, weil jemand von ${shop} für diese Adresse ein Konto angelegt hat. Wissen Sie nicht, warum, dann tun Sie nichts.`,
  }),
  'recovery-allowed': (shop) => ({
    subject: `Zurück in die Verwaltung von ${shop}`,
    preview: 'Sie dürfen Ihr Konto neu einrichten.',
    title: 'Zurück in Ihr Konto',
    opening: [
      `Die Administration von ${shop} hat Ihnen erlaubt, Ihr Konto in der Verwaltung neu einzurichten: mit neuem Passwort und neuem zweiten Schritt. Was Sie vorher hatten, gilt dann nicht mehr.`,
    ],
    action: 'Konto neu einrichten',
    lifetime: 'Der Link gilt einmal und 24 Stunden lang.',
    closing: [
      'Haben Sie nicht darum gebeten, dann öffnen Sie den Link nicht und sagen Sie der Administration Bescheid.',
    ],
    reason: `Sie bekommen diese Mail, weil Sie ein Konto in der Verwaltung von ${shop} haben.`,
  }),
}
