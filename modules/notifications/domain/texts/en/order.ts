import type { OrderTexts } from '../order-texts.ts'
import { returns } from './returns.ts'

export const order: OrderTexts = {
  viewOrder: 'View your order',
  trackParcel: 'Track your parcel',
  backToShop: 'Back to the shop',
  parcel: 'Parcel',
  deliveryTo: 'Delivery to',
  invoice: 'Your invoice',
  inParcel: 'In this parcel',
  shipsLater: 'Ships later: not all of it is here yet.',
  subtotal: 'Subtotal',
  total: 'Total',
  bought: (shop) => `You get this mail because you bought something at ${shop}.`,
  addressGiven: (shop) => `You get this mail because this address was given for an order at ${shop}.`,
  shipping: (method) => `Shipping (${method})`,
  quantity: (count) => `Quantity\u00a0${count}`,
  confirmation: {
    subject: (number) => `Order ${number} is confirmed`,
    preview: 'Your payment has arrived and we are getting your order ready.',
    title: (name) => (name === null ? 'Thank you' : `Thank you, ${name}`),
    news: (number) =>
      `Order ${number}. Your payment has arrived and we are getting your order ready. We write again when it is on its way.`,
  },
  suggestions: {
    titles: {
      bought_together: 'Often bought together',
      similar: 'You may also like',
      for_you: 'You may also like',
      popular: 'You may also like',
    },
    reasons: {
      bought_together: (name) => `Often bought with ${name}`,
      similar: (name) => `Similar to ${name}`,
      because_you_bought: (name) => `Because you bought ${name}`,
    },
    popular: 'Popular in the shop',
    fresh: 'New in the shop',
  },
  shipped: {
    subject: (number) => `Order ${number} is on its way`,
    preview: 'Your parcel has left us.',
    title: 'Your order is on its way',
    news: (number) => `Order ${number} has left us.`,
  },
  partShipped: {
    subject: (number) => `A part of order ${number} is on its way`,
    preview: 'One of your parcels has left us.',
    title: 'A part of your order is on its way',
    news: (number) => `A parcel of order ${number} has left us. You get a mail for each of them.`,
  },
  cancelled: {
    subject: (number) => `Order ${number} was cancelled`,
    title: 'Your order was cancelled',
    news: (number) => `Order ${number} was cancelled.`,
    reasons: {
      payment_failed: 'The payment did not go through.',
      payment_expired: 'The payment was not completed in time.',
      out_of_stock: 'Something in it was sold out before the payment arrived. We are sorry.',
      not_started: 'The payment could not be started.',
    },
    paid: 'What you paid is on its way back to you, by the way you paid. We write again when it has been sent.',
    unpaid: 'You have not been charged.',
  },
  refunded: {
    subject: (amount, number) => `Refund of ${amount} for order ${number}`,
    preview: 'It goes back the way you paid. Depending on your bank it can take a few days to show.',
    title: (amount) => `${amount} is on its way back to you`,
    inFull: (amount, number) =>
      `We have paid back ${amount} for order ${number}. With that, all of it is refunded.`,
    inPart: (amount, number) => `We have paid back ${amount} of order ${number}.`,
  },
  returns,
}
