import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { readAddress } from '../address/read-address.ts'
import { changeCodes, codeWish } from '../codes/change-codes.ts'
import { type FieldProblems, fieldProblems } from '../forms/field-errors.ts'
import { formValues } from '../forms/form-values.ts'
import { orderPath } from '../orders/order-path.ts'
import { pageError } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'
import { quoteFor, savedAddresses } from './load-checkout.ts'
import type { PlaceOrderInput, Quote } from './types.ts'

/** What the checkout page is shown again with: nothing that was typed is lost. */
export type CheckoutAnswer = {
  values: Record<string, string>
  problems: FieldProblems
  failure: string | null
  /** Why the code that was entered was refused. */
  code: string | null
  quote: Quote
  /** When it was quoted: of two answers on one page the later one counts. Milliseconds. */
  quoted_at: number
  /** Set when the first try may have gone through: the next one must be recognised as the same. */
  idempotency_key: string | null
}

/** What the buyer was shown: an amount and the currency it was in. */
function expectedTotal({ expected_total, expected_currency }: Record<string, string>) {
  if (!expected_total) return {}
  return {
    expected_total: expected_currency
      ? { amount: expected_total, currency: expected_currency }
      : expected_total,
  }
}

/** Asks for a new quote, or places the order and sends the buyer on to pay. */
export async function placeOrderFromForm({ request, context, url }: ActionFunctionArgs) {
  const values = formValues(await request.formData())
  const client = clientOf(context)
  const addresses = await savedAddresses({ context, url })
  const saved = addresses.find((address) => address.id === values['address_id'])
  const country = saved?.address.country ?? values['country']
  const quoteNow = () => quoteFor(client, { country, shipping_method: values['shipping_method'] }, url)
  const again = async (answer: Partial<CheckoutAnswer>, status: number) =>
    data<CheckoutAnswer>(
      {
        values,
        problems: {},
        failure: null,
        code: null,
        idempotency_key: null,
        ...answer,
        quote: await quoteNow(),
        quoted_at: Date.now(),
      },
      { status },
    )

  if (values['intent'] === 'quote') return again({}, 200)
  const wish = codeWish(values)
  if (wish !== null) {
    const code = await changeCodes(client, wish)
    return again({ code }, code === null ? 200 : 409)
  }

  const key = values['idempotency_key'] ?? ''
  try {
    const order = await client.checkout.placeOrder(
      {
        ...(values['email'] ? { email: values['email'] } : {}),
        shipping_address: saved?.address ?? readAddress(values),
        payment_method: (values['payment_method'] ?? '') as PlaceOrderInput['payment_method'],
        ...(values['shipping_method'] ? { shipping_method: values['shipping_method'] } : {}),
        ...expectedTotal(values),
      },
      { idempotency_key: key },
    )
    return redirect(order.payment?.next_action?.url ?? orderPath(order, { placed: true }))
  } catch (error) {
    const failure = toClientError(error)
    if (failure.status === 401 || failure.status === 403) throw pageError(error, url)
    if (failure.code === 'CHECKOUT_EMPTY') throw redirect('/cart')
    const problems = fieldProblems(failure, values)
    if (failure.code === 'CHECKOUT_EMAIL_NEEDED') problems['email'] = 'required'
    const undecided = failure.status >= 500
    return again(
      {
        problems,
        failure: Object.keys(problems).length > 0 ? 'FIELDS' : failure.code,
        idempotency_key: undecided ? key : null,
      },
      failure.status,
    )
  }
}
