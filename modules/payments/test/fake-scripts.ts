/**
 * What a browser is given in the place of Stripe.js: one field, in a frame of its own origin as the real one, and a token
 * that is named after what was typed. Source: https://docs.stripe.com/js
 */
export const stripeScript = `
const origin = new URL(document.currentScript.src).origin
globalThis.Stripe = (key) => ({
  elements: (options) => ({
    create: () => {
      const listeners = {}
      return {
        on: (event, listener) => { listeners[event] = listener },
        mount: (place) => {
          const frame = document.createElement('iframe')
          frame.title = 'Card of ' + key + ', ' + options.amount + ' ' + options.currency
          frame.src = origin + '/form'
          frame.onload = () => listeners.ready()
          const label = document.createElement('label')
          label.textContent = 'Card number'
          const input = document.createElement('input')
          input.id = 'card-number'
          label.append(input)
          place.append(frame, label)
        },
      }
    },
    submit: async () => document.getElementById('card-number').value === ''
      ? { error: { type: 'validation_error', message: 'Your card number is incomplete.' } }
      : {},
  }),
  createConfirmationToken: async () => ({
    confirmationToken: { id: 'ctoken_' + document.getElementById('card-number').value },
  }),
})
`

/**
 * What a browser is given in the place of Razorpay's checkout.js: a window with a button for each ending. The proof comes
 * from the test, as it would from Razorpay.
 * Source: https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/integration-steps
 */
export const razorpayScript = `
globalThis.Razorpay = class {
  constructor(options) { this.options = options; this.listeners = {} }
  on(event, listener) { this.listeners[event] = listener }
  open() {
    const { options, listeners } = this
    const box = document.createElement('div')
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-label', 'Razorpay: ' + options.amount + ' ' + options.currency)
    const button = (name, act) => {
      const one = document.createElement('button')
      one.textContent = name
      one.onclick = async () => { await act(); box.remove() }
      box.append(one)
    }
    button('UPI approves', async () => options.handler(await globalThis.razorpayProof(options.order_id)))
    button('UPI refuses', () => { listeners['payment.failed'](); options.modal.ondismiss() })
    button('Close', () => options.modal.ondismiss())
    document.body.append(box)
  }
}
`
