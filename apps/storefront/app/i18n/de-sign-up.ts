import type { enSignUp } from './en-sign-up.ts'

/** German for signing up. */
export const deSignUp: typeof enSignUp = {
  signUp: {
    more: 'Mehr über Sie',
    username: 'Benutzername',
    usernameHint:
      'Zum Anmelden statt der E-Mail-Adresse. 3 bis 32 Buchstaben, Ziffern, Punkte oder Bindestriche.',
    dateOfBirth: 'Geburtsdatum',
    dateOfBirthHint: 'Wird verlangt, wenn Sie Ihr Passwort vergessen, damit niemand sonst ein neues setzt.',
    role: 'Wie Sie den Shop nutzen',
    roleHint: 'Alles außer Einkaufen ist eine Anfrage: Wir sehen sie an und antworten per E-Mail.',
    roles: {
      customer: 'Ich kaufe hier ein',
      seller: 'Ich möchte hier verkaufen',
      procurement_manager: 'Ich kaufe Ware für diesen Shop ein',
      sales_manager: 'Ich leite den Verkauf dieses Shops',
    },
  },
}
