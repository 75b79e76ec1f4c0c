export const securityExternal = {
  title: 'Verbundene Anmeldungen',
  lead: 'Melden Sie sich hier mit einem Konto an, das Sie anderswo haben. Nach Ihrem zweiten Faktor wird trotzdem gefragt.',
  none: 'Nichts ist verbunden.',
  or: 'oder mit einem anderen Konto',
  signIn: 'Weiter mit {{label}}',
  connect: '{{label}} verbinden',
  connected: 'Verbunden. Sie können sich ab jetzt damit anmelden.',
  since: 'Verbunden am {{date}}',
  lastUsed: 'zuletzt benutzt {{ago}}',
  neverUsed: 'noch nicht benutzt',
  remove: 'Trennen',
  removeOf: '{{label}} trennen',
  removeTitle: '{{label}} trennen?',
  removeText: 'Dieses Konto lässt sich damit nicht mehr öffnen.',
  problem: {
    denied: 'Sie sind umgekehrt, bevor die Anmeldung fertig war.',
    unavailable:
      'Diese Anmeldung ist gerade nicht erreichbar. Versuchen Sie es später noch einmal oder wählen Sie einen anderen Weg.',
    expired:
      'Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie von vorn.',
    refused:
      'Diese Anmeldung öffnet hier nichts. Melden Sie sich wie gewohnt an und verbinden Sie sie erst unter „Anmeldung und Sicherheit“.',
    unverified: 'Ihre E-Mail-Adresse ist dort nicht bestätigt.',
    known: 'Melden Sie sich erst wie gewohnt an; danach können Sie beides verbinden.',
    'too-many': 'Hier wurden zu viele Anmeldungen begonnen. Warten Sie ein wenig und versuchen Sie es dann.',
    taken: 'Diese Anmeldung ist mit einem anderen Konto verbunden.',
  },
}
