import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import { loadAsDocument } from '../pay/load-as-document.ts'
import { loadPayment } from '../pay/load-payment.ts'
import { type PayAnswer, payProblem } from '../pay/pay-answer.ts'
import { PayFrame } from '../pay/pay-frame.tsx'
import { StripeForm } from '../pay/stripe-form.tsx'
import { clientOf } from '../shop-context.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadPayment(args, 'stripe')
}

export const clientLoader = loadAsDocument

/** After an attempt the form stays as it is. */
export const shouldRevalidate = () => false

export async function action(args: ActionFunctionArgs): Promise<PayAnswer> {
  const confirmation_token = String((await args.request.formData()).get('confirmation_token') ?? '')
  const { payment_id, back } = await loadPayment(args, 'stripe')
  try {
    const { next_action, declined } = await clientOf(args.context).payments.confirmStripePayment({
      payment_id,
      confirmation_token,
    })
    return declined ? { problem: 'declined' } : { go: next_action?.url ?? back }
  } catch (error) {
    return payProblem(error)
  }
}

export default function PayStripePage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { script, form, number, total, order, back } = useLoaderData<typeof loader>()
  return (
    <PayFrame number={number} total={total} order={order} note={t('payForm.byStripe')}>
      <StripeForm
        script={script}
        form={form}
        payLabel={t('payForm.pay', { amount: formatMoney(total, locale) })}
        back={back}
      />
    </PayFrame>
  )
}
