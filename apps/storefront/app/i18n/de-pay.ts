/** German for the pages where a payment provider's own form stands. */
export const dePay = {
  payForm: {
    title: 'Bestellung bezahlen',
    order: 'Bestellung {{number}}',
    held: 'Ihre Artikel bleiben etwa fünfzehn Minuten für Sie zurückgelegt.',
    loading: 'Das Zahlungsformular wird geladen …',
    failed: 'Das Zahlungsformular lässt sich nicht laden',
    failedText:
      'Vielleicht ist ein Blocker oder Ihr Netz im Weg. Es wurde nichts abgebucht. Laden Sie die Seite neu oder versuchen Sie es mit einem anderen Browser.',
    again: 'Neu laden',
    noScript: 'Dieses Zahlungsformular braucht JavaScript',
    noScriptText:
      'Kartennummern werden in ein Formular der Zahlungsfirma eingegeben, das ohne nicht geht. Schalten Sie JavaScript für diese Seite ein und laden Sie sie neu. Sie können die Bestellung auch verfallen lassen und anders bezahlen.',
    toOrder: 'Bestellung ansehen',
    pay: '{{amount}} bezahlen',
    declined: 'Die Zahlung wurde nicht angenommen',
    declinedText:
      'Es wurde nichts abgebucht. Prüfen Sie Ihre Eingaben oder nehmen Sie eine andere Karte oder Zahlungsart.',
    problem: 'Das hat nicht geklappt',
    problemText: 'Es wurde nichts abgebucht. Bitte versuchen Sie es noch einmal.',
    unsure: 'Wir wissen noch nicht, ob die Zahlung durchgegangen ist',
    unsureText: 'Bezahlen Sie nicht noch einmal. Sehen Sie nach, ob sie angekommen ist.',
    look: 'Jetzt nachsehen',
    tooMany: 'Zu viele Versuche. Warten Sie eine Minute bis zum nächsten.',
    closed: 'Sie haben das Formular geschlossen. Es wurde nichts abgebucht, Sie können es wieder öffnen.',
    open: 'Zahlungsformular öffnen',
    openText: 'UPI, Karten, Netbanking und Wallets, in einem Fenster von Razorpay.',
    byStripe: 'Ihre Karte geht an Stripe und kommt mit diesem Shop nicht in Berührung.',
    byRazorpay: 'Ihre Eingaben gehen an Razorpay und kommen mit diesem Shop nicht in Berührung.',
  },
}
