import { useTranslation } from 'react-i18next'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import type { Quote } from './types.ts'

/** The ways to pay. */
export function PaymentChoice({
  methods,
  chosen,
}: {
  methods: Quote['payment_methods']
  chosen: string | undefined
}) {
  const { t } = useTranslation()
  const known = {
    sandbox: { label: t('checkout.paymentSandbox'), hint: t('checkout.paymentSandboxHint') },
    stripe: { label: t('checkout.paymentStripe'), hint: t('checkout.paymentStripeHint') },
    razorpay: { label: t('checkout.paymentRazorpay'), hint: t('checkout.paymentRazorpayHint') },
    cash_on_delivery: { label: t('checkout.paymentCash'), hint: t('checkout.paymentCashHint') },
  }
  return (
    <RadioCards
      legend={t('checkout.payment')}
      legendHidden
      name="payment_method"
      required
      defaultValue={chosen ?? methods[0]?.code}
      options={methods.map((method) => ({ value: method.code, ...known[method.code] }))}
    />
  )
}

/** Discounts or gift cards have paid for all of it: any way to pay will do. */
export function NothingToPay({ methods }: { methods: Quote['payment_methods'] }) {
  const { t } = useTranslation()
  return (
    <>
      <input type="hidden" name="payment_method" value={methods[0]?.code ?? ''} />
      <p className="text-ink-muted">{t('codes.nothingToPay')}</p>
    </>
  )
}
