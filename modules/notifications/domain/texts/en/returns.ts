import type { ReturnTexts } from '../return-texts.ts'

export const returns: ReturnTexts = {
  viewReturn: 'View return',
  printLabel: 'Print the label',
  word: 'The shop writes',
  steps: {
    requested: {
      subject: (number) => `We have your request for return ${number}`,
      title: 'We have your request',
      news: (number, order) => `You want to send back something of order ${order}. Your return is ${number}.`,
      next: 'We look at it and write again. Please do not send anything before that.',
    },
    approved: {
      subject: (number) => `Return ${number} is approved`,
      title: 'You can send it back',
      news: (number, order) => `We take back what you named of order ${order}. Your return is ${number}.`,
      next: 'Print the label, put it into the parcel or on it, and send it to the address that it names.',
    },
    rejected: {
      subject: (number) => `About return ${number}`,
      title: 'We cannot take this back',
      news: (number, order) => `We do not take back what you named in return ${number} of order ${order}.`,
      next: 'If you see it differently, answer this mail.',
    },
    received: {
      subject: (number) => `Return ${number} has arrived`,
      title: 'Your parcel is here',
      news: (number, order) => `The parcel of return ${number} of order ${order} has arrived.`,
      next: 'We look at what is in it and write again.',
    },
    inspected: {
      subject: (number) => `We have looked at return ${number}`,
      title: 'We have looked at your return',
      news: (number, order) => `We have looked at each piece of return ${number} of order ${order}.`,
      next: 'How each arrived stands on the page of your return. When money goes back to you, we write again.',
    },
    closed: {
      subject: (number) => `Return ${number} is closed`,
      title: 'Your return is closed',
      news: (number, order) => `We have closed return ${number} of order ${order} without a refund.`,
      next: 'If you see it differently, answer this mail.',
    },
    cancelled: {
      subject: (number) => `Return ${number} was cancelled`,
      title: 'You keep it',
      news: (number, order) => `You have taken back return ${number} of order ${order}.`,
      next: 'There is nothing more to do.',
    },
  },
}
