/** German for sign-ins of providers. */
export const deSecurityExternal = {
  title: 'Verbundene Anmeldungen',
  lead: 'Melden Sie sich hier mit einem Konto an, das Sie anderswo haben. Nach Ihrem zweiten Faktor wird trotzdem gefragt.',
  none: 'Nichts ist verbunden.',
  or: 'oder mit einem anderen Konto',
  signIn: 'Weiter mit {{label}}',
  connect: '{{label}} verbinden',
  connected: 'Verbunden. Sie können sich ab jetzt damit anmelden.',
  removed: 'Getrennt. Ihr Konto lässt sich damit nicht mehr öffnen.',
  goOnTitle: 'Noch ein Schritt',
  goOn: 'Weiter zu {{label}}',
  offerTitle: '{{label}} verbinden?',
  offer: 'Sie haben sich dort eben als {{email}} angemeldet. Verbinden Sie es nur, wenn Sie das waren.',
  accept: 'Verbinden',
  since: 'Verbunden am',
  lastUsed: 'zuletzt benutzt am',
  remove: 'Trennen',
  signInAgain:
    'Melden Sie sich dafür ab und wieder an: Ihr Konto hat kein Passwort, mit dem Sie es bestätigen könnten.',
  removeOf: '{{label}} trennen',
  problem: {
    denied: 'Sie sind umgekehrt, bevor die Anmeldung fertig war.',
    unavailable:
      'Diese Anmeldung ist gerade nicht erreichbar. Versuchen Sie es später noch einmal oder wählen Sie einen anderen Weg.',
    expired:
      'Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie von vorn.',
    refused:
      'Diese Anmeldung öffnet hier nichts. Wenn Sie ein Konto haben, melden Sie sich wie gewohnt an und verbinden Sie sie unter „Anmeldung und Sicherheit“.',
    unverified:
      'Ihre E-Mail-Adresse ist dort nicht bestätigt, darum können wir daraus kein Konto machen. Bestätigen Sie sie dort oder registrieren Sie sich hier.',
    known:
      'Mit Ihrer E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich erst wie gewohnt an; danach können Sie beides verbinden.',
    'too-many': 'Hier wurden zu viele Anmeldungen begonnen. Warten Sie ein wenig und versuchen Sie es dann.',
    taken: 'Diese Anmeldung ist mit einem anderen Konto verbunden.',
    lastWayIn:
      'Das ist der einzige Weg in Ihr Konto. Legen Sie erst ein Passwort fest oder fügen Sie einen Passkey hinzu.',
    gone: 'Das ist schon vorbei. Beginnen Sie von vorn.',
  },
}
