import type { enApps } from './en-apps.ts'

/** German for apps of others that act for a customer. */
export const deApps: typeof enApps = {
  apps: {
    tab: 'Apps',
    title: 'Verbundene Apps',
    lead: 'Apps, bei denen Sie sich mit Ihrem Konto hier angemeldet haben, und was Sie ihnen erlaubt haben.',
    emptyTitle: 'Keine App ist verbunden',
    empty: 'Wenn Sie sich mit Ihrem Konto hier bei einer App anmelden, erscheint sie auf dieser Seite.',
    since: 'Verbunden',
    lastUsed: 'zuletzt benutzt',
    disconnect: 'Trennen',
    disconnectApp: '{{name}} trennen',
    disconnected: 'Die App ist getrennt. Sie kann nicht mehr für Sie handeln.',
    consentTitle: '{{name}} erlauben?',
    consentLead: '{{name}} möchte Ihr Konto bei {{shop}} benutzen.',
    signedInAs: 'Sie sind als {{email}} angemeldet.',
    itCan: 'Wenn Sie es erlauben, kann die App:',
    goesTo: 'Sie werden zu {{host}} weitergeleitet. Fahren Sie nur fort, wenn Sie dem vertrauen.',
    goesToDevice:
      'Sie werden zu einem Programm auf diesem Gerät zurückgeleitet. Fahren Sie nur fort, wenn Sie es gerade gestartet haben.',
    allow: 'Erlauben',
    deny: 'Nicht erlauben',
    takeBack: 'Sie können das jederzeit unter „Apps“ in Ihrem Konto zurücknehmen.',
    againTitle: 'Sind Sie es noch?',
    againLead: 'Die App bittet Sie, das noch einmal nachzuweisen.',
    code: 'Code aus Ihrer Authenticator-App',
    backupCode: 'Ersatzcode',
    wrong: 'Das stimmt nicht. Versuchen Sie es noch einmal.',
    confirm: 'Bestätigen',
    signInAgain: 'Auf anderem Weg neu anmelden',
    signOutTitle: 'Abmelden?',
    signOutLead: '{{name}} bittet Sie, sich auch bei {{shop}} abzumelden.',
    signOutLeadPlain: 'Sie sind dabei, sich bei {{shop}} abzumelden.',
    signOut: 'Abmelden',
    stay: 'Angemeldet bleiben',
    errorTitle: 'Die App konnte nicht verbunden werden',
    errorTryAgain: 'Gehen Sie zurück zur App und versuchen Sie es noch einmal.',
    scope: {
      openid: 'wissen, dass Sie es sind',
      profile: 'Ihren Namen, Benutzernamen und Ihre Sprache sehen',
      email: 'Ihre E-Mail-Adresse sehen',
      offline_access: 'verbunden bleiben, wenn Sie sie nicht benutzen',
      shop_read: 'Ihr Profil, Ihre Adressen, Ihren Warenkorb und Ihre Bestellungen sehen',
      shop_orders: 'Ihren Warenkorb und Ihre Adressen ändern, Bestellungen aufgeben oder stornieren',
    },
    error: {
      invalid_client: 'Dieser Shop kennt die App nicht. Vielleicht wurde sie entfernt.',
      invalid_redirect_uri:
        'Die App wollte Sie an eine Adresse schicken, die nicht für sie eingetragen ist. Sie wurden nicht dorthin geleitet.',
      invalid_request: 'Die Anfrage der App war nicht vollständig oder nicht richtig.',
      access_denied: 'Die App wurde nicht zugelassen.',
      server_error: 'Bei uns ist etwas schiefgegangen.',
      expired:
        'Das hat zu lange gedauert, oder es wurde in einem anderen Browser oder von jemand anderem begonnen.',
    },
  },
}
