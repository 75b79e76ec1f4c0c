import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import { formValues } from '../forms/form-values.ts'
import { loadAsDocument } from '../pay/load-as-document.ts'
import { loadPayment } from '../pay/load-payment.ts'
import { type PayAnswer, payProblem } from '../pay/pay-answer.ts'
import { PayFrame } from '../pay/pay-frame.tsx'
import { RazorpayForm } from '../pay/razorpay-form.tsx'
import { clientOf } from '../shop-context.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadPayment(args, 'razorpay')
}

export const clientLoader = loadAsDocument

/** After an attempt the form stays as it is. */
export const shouldRevalidate = () => false

export async function action(args: ActionFunctionArgs): Promise<PayAnswer> {
  const values = formValues(await args.request.formData())
  const { form, back } = await loadPayment(args, 'razorpay')
  try {
    await clientOf(args.context).payments.verifyRazorpayPayment({
      razorpay_order_id: form.order_id,
      razorpay_payment_id: values['razorpay_payment_id'] ?? '',
      razorpay_signature: values['razorpay_signature'] ?? '',
    })
    return { go: back }
  } catch (error) {
    return payProblem(error)
  }
}

export default function PayRazorpayPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { script, form, number, total, order, back } = useLoaderData<typeof loader>()
  return (
    <PayFrame number={number} total={total} order={order} note={t('payForm.byRazorpay')}>
      <RazorpayForm
        script={script}
        form={form}
        payLabel={t('payForm.pay', { amount: formatMoney(total, locale) })}
        back={back}
      />
    </PayFrame>
  )
}
