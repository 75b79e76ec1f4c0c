/** English for the pages where a payment provider's own form stands. */
export const enPay = {
  payForm: {
    title: 'Pay for your order',
    order: 'Order {{number}}',
    held: 'Your articles are kept for you for about fifteen minutes.',
    loading: 'The payment form is loading …',
    failed: 'The payment form could not be loaded',
    failedText:
      'A blocker or your network may be in its way. Nothing was charged. Load the page again, or try another browser.',
    again: 'Load again',
    noScript: 'This payment form needs JavaScript',
    noScriptText:
      'Card numbers are typed into a form of the payment company, which does not work without. Switch JavaScript on for this page and load it again. You can also let the order lapse and choose another way to pay.',
    toOrder: 'Show the order',
    pay: 'Pay {{amount}}',
    declined: 'The payment was not accepted',
    declinedText: 'Nothing was charged. Check what you typed, or try another card or way to pay.',
    problem: 'That did not work',
    problemText: 'Nothing was charged. Please try again.',
    unsure: 'We do not know yet whether the payment went through',
    unsureText: 'Do not pay again. Look whether it has arrived.',
    look: 'Look now',
    tooMany: 'Too many tries. Wait a minute before the next one.',
    closed: 'You closed the form. Nothing was charged, and you can open it again.',
    open: 'Open the payment form',
    openText: 'UPI, cards, netbanking and wallets, in a window of Razorpay.',
    byStripe: 'Your card goes to Stripe and never touches this shop.',
    byRazorpay: 'What you enter goes to Razorpay and never touches this shop.',
  },
}
