import type { ReturnTexts } from '../return-texts.ts'

export const returns: ReturnTexts = {
  viewReturn: 'Rücksendung ansehen',
  printLabel: 'Etikett drucken',
  word: 'Der Shop schreibt',
  steps: {
    requested: {
      subject: (number) => `Ihre Anfrage zur Rücksendung ${number} ist da`,
      title: 'Ihre Anfrage ist da',
      news: (number, order) =>
        `Sie möchten etwas aus Bestellung ${order} zurücksenden. Ihre Rücksendung hat die Nummer ${number}.`,
      next: 'Wir sehen sie uns an und schreiben wieder. Bitte senden Sie vorher nichts ab.',
    },
    approved: {
      subject: (number) => `Rücksendung ${number} ist angenommen`,
      title: 'Sie können es zurücksenden',
      news: (number, order) =>
        `Wir nehmen zurück, was Sie aus Bestellung ${order} genannt haben. Ihre Rücksendung hat die Nummer ${number}.`,
      next: 'Drucken Sie das Etikett, legen Sie es ins Paket oder kleben Sie es darauf, und senden Sie es an die Adresse darauf.',
    },
    rejected: {
      subject: (number) => `Zu Ihrer Rücksendung ${number}`,
      title: 'Das können wir nicht zurücknehmen',
      news: (number, order) =>
        `Was Sie in Rücksendung ${number} zu Bestellung ${order} genannt haben, nehmen wir nicht zurück.`,
      next: 'Wenn Sie das anders sehen, antworten Sie auf diese Mail.',
    },
    received: {
      subject: (number) => `Rücksendung ${number} ist angekommen`,
      title: 'Ihr Paket ist da',
      news: (number, order) => `Das Paket der Rücksendung ${number} zu Bestellung ${order} ist angekommen.`,
      next: 'Wir sehen uns an, was darin ist, und schreiben wieder.',
    },
    inspected: {
      subject: (number) => `Wir haben Rücksendung ${number} geprüft`,
      title: 'Ihre Rücksendung ist geprüft',
      news: (number, order) =>
        `Wir haben jedes Stück der Rücksendung ${number} zu Bestellung ${order} angesehen.`,
      next: 'Wie es ankam, steht auf der Seite Ihrer Rücksendung. Geht Geld an Sie zurück, schreiben wir wieder.',
    },
    closed: {
      subject: (number) => `Rücksendung ${number} ist abgeschlossen`,
      title: 'Ihre Rücksendung ist abgeschlossen',
      news: (number, order) =>
        `Wir haben Rücksendung ${number} zu Bestellung ${order} ohne Erstattung abgeschlossen.`,
      next: 'Wenn Sie das anders sehen, antworten Sie auf diese Mail.',
    },
    cancelled: {
      subject: (number) => `Rücksendung ${number} wurde zurückgezogen`,
      title: 'Sie behalten es',
      news: (number, order) => `Sie haben Rücksendung ${number} zu Bestellung ${order} zurückgezogen.`,
      next: 'Sie müssen nichts weiter tun.',
    },
  },
}
