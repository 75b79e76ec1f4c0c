import type { OrderTexts } from '../order-texts.ts'
import { returns } from './returns.ts'

export const order: OrderTexts = {
  viewOrder: 'Bestellung ansehen',
  trackParcel: 'Paket verfolgen',
  backToShop: 'Zurück zum Shop',
  parcel: 'Paket',
  deliveryTo: 'Lieferung an',
  invoice: 'Ihre Rechnung',
  inParcel: 'In diesem Paket',
  shipsLater: 'Wird später verschickt: Noch ist nicht alles da.',
  subtotal: 'Zwischensumme',
  total: 'Summe',
  bought: (shop) => `Sie bekommen diese Mail, weil Sie bei ${shop} eingekauft haben.`,
  addressGiven: (shop) =>
    `Sie bekommen diese Mail, weil diese Adresse für eine Bestellung bei ${shop} angegeben wurde.`,
  shipping: (method) => `Versand (${method})`,
  quantity: (count) => `Menge\u00a0${count}`,
  confirmation: {
    subject: (number) => `Bestellung ${number} ist bestätigt`,
    preview: 'Ihre Zahlung ist eingegangen, und wir stellen Ihre Bestellung zusammen.',
    title: (name) => (name === null ? 'Vielen Dank' : `Vielen Dank, ${name}`),
    news: (number) =>
      `Bestellung ${number}. Ihre Zahlung ist eingegangen, und wir stellen Ihre Bestellung zusammen. Wir schreiben wieder, wenn sie unterwegs ist.`,
  },
  suggestions: {
    titles: {
      bought_together: 'Oft zusammen gekauft',
      similar: 'Das könnte Ihnen auch gefallen',
      for_you: 'Das könnte Ihnen auch gefallen',
      popular: 'Das könnte Ihnen auch gefallen',
    },
    reasons: {
      bought_together: (name) => `Oft gekauft mit ${name}`,
      similar: (name) => `Ähnlich wie ${name}`,
      because_you_bought: (name) => `Weil Sie ${name} gekauft haben`,
    },
    popular: 'Beliebt im Shop',
    fresh: 'Neu im Shop',
  },
  shipped: {
    subject: (number) => `Bestellung ${number} ist unterwegs`,
    preview: 'Ihr Paket hat unser Haus verlassen.',
    title: 'Ihre Bestellung ist unterwegs',
    news: (number) => `Bestellung ${number} hat unser Haus verlassen.`,
  },
  partShipped: {
    subject: (number) => `Ein Teil der Bestellung ${number} ist unterwegs`,
    preview: 'Eines Ihrer Pakete hat uns verlassen.',
    title: 'Ein Teil Ihrer Bestellung ist unterwegs',
    news: (number) =>
      `Ein Paket der Bestellung ${number} hat uns verlassen. Sie erhalten zu jedem Paket eine Nachricht.`,
  },
  cancelled: {
    subject: (number) => `Bestellung ${number} wurde storniert`,
    title: 'Ihre Bestellung wurde storniert',
    news: (number) => `Bestellung ${number} wurde storniert.`,
    reasons: {
      payment_failed: 'Die Zahlung ist nicht zustande gekommen.',
      payment_expired: 'Die Zahlung wurde nicht rechtzeitig abgeschlossen.',
      out_of_stock: 'Ein Artikel daraus war ausverkauft, bevor die Zahlung eintraf. Das tut uns leid.',
      not_started: 'Die Zahlung konnte nicht begonnen werden.',
    },
    paid: 'Was Sie bezahlt haben, geht auf demselben Weg an Sie zurück. Wir schreiben wieder, wenn es abgeschickt ist.',
    unpaid: 'Es wurde nichts abgebucht.',
  },
  refunded: {
    subject: (amount, number) => `Erstattung von ${amount} für Bestellung ${number}`,
    preview:
      'Sie bekommen es auf dem Weg zurück, auf dem Sie bezahlt haben. Das kann je nach Bank einige Tage dauern.',
    title: (amount) => `${amount} sind unterwegs zu Ihnen`,
    inFull: (amount, number) =>
      `Wir haben ${amount} für Bestellung ${number} erstattet. Damit ist der ganze Betrag zurückgezahlt.`,
    inPart: (amount, number) => `Wir haben ${amount} der Bestellung ${number} erstattet.`,
  },
  returns,
}
