import type { ChangeEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionData, useFetcher, useLoaderData, useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { AddressChoice } from '../checkout/address-choice.tsx'
import { DeliveryChoice } from '../checkout/delivery-choice.tsx'
import { destinationKnown } from '../checkout/destination.ts'
import { FoldedSummary } from '../checkout/folded-summary.tsx'
import { loadCheckout } from '../checkout/load-checkout.ts'
import { NothingToPay, PaymentChoice } from '../checkout/payment-choice.tsx'
import { placeOrderFromForm } from '../checkout/place-order.ts'
import { SummaryPanel } from '../checkout/summary-panel.tsx'
import { useFailureText } from '../checkout/use-failure-text.ts'
import { useEnvironment } from '../environment.tsx'
import { DefaultSubmit } from '../forms/default-submit.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { useProblemText } from '../forms/use-problem-text.ts'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'

export const loader = loadCheckout
export const action = placeOrderFromForm

/** A change of these changes what the order costs. */
const pricing = new Set(['country', 'shipping_method', 'address_id'])

function Step({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-6 pb-8 first:border-0 first:pt-0">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** A form that was sent whole and one that only asked for a price may both have been answered. */
function laterOf<T extends { quoted_at: number }>(one: T | undefined, other: T | undefined): T | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one.quoted_at > other.quoted_at ? one : other
}

export default function CheckoutPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const requote = useFetcher<typeof action>()
  const { state, formAction } = useNavigation()
  const shopper = useShellData()?.shopper
  const failureText = useFailureText()
  const latest = laterOf(requote.data, answer)
  const quote = latest?.quote ?? loaded.quote
  const values: Record<string, string> = answer?.values ?? {
    full_name: shopper?.full_name ?? '',
    country: loaded.country ?? '',
  }
  const problems = answer?.problems
  const problem = useProblemText(problems)
  const summary = {
    quote,
    total: formatMoney(quote.total, locale),
    estimated: !destinationKnown(latest?.values, loaded.country),
  }

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    const changed: Element = event.target
    if (!pricing.has(changed.getAttribute('name') ?? '')) return
    const form = new FormData(event.currentTarget)
    form.set('intent', 'quote')
    void requote.submit(form, { method: 'post' })
  }

  return (
    <>
      <FoldedSummary {...summary} />
      <div className="page pt-8">
        <PageHead title={t('checkout.title')} noIndex />
        <h1 className="text-3xl">{t('checkout.title')}</h1>
        {answer?.failure ? (
          <Notice
            tone="danger"
            className="mt-6"
            title={answer.failure === 'FIELDS' ? t('checkout.errorTitle') : t('checkout.failedTitle')}
          >
            {answer.failure === 'FIELDS' ? null : <p>{failureText(answer.failure)}</p>}
          </Notice>
        ) : null}
        <ShopForm
          onChange={onChange}
          className="grid grid-cols-1 gap-10 pt-8 lg:grid-cols-[1fr_24rem] lg:gap-16"
        >
          <DefaultSubmit name="intent" value="place" />
          <input
            type="hidden"
            name="idempotency_key"
            value={answer?.idempotency_key ?? loaded.idempotency_key}
          />
          <input type="hidden" name="expected_total" value={quote.total.amount} />
          <input type="hidden" name="expected_currency" value={quote.total.currency} />
          <div className="min-w-0">
            <Step
              title={t('checkout.contact')}
              aside={
                shopper ? null : (
                  <p className="text-sm text-ink-muted">
                    {t('checkout.haveAccount')}{' '}
                    <KitLink href="/sign-in?next=/checkout" className="underlined">
                      {t('checkout.signIn')}
                    </KitLink>
                  </p>
                )
              }
            >
              {shopper ? (
                <p className="text-ink-muted">{t('checkout.signedInAs', { email: shopper.email })}</p>
              ) : (
                <TextField
                  label={t('checkout.email')}
                  hint={t('checkout.emailHint')}
                  type="email"
                  name="email"
                  autoComplete="email"
                  required
                  maxLength={254}
                  defaultValue={values['email']}
                  error={problem('email')}
                />
              )}
            </Step>
            <Step title={t('checkout.address')}>
              <AddressChoice
                addresses={loaded.addresses}
                countries={loaded.countries}
                values={values}
                problems={problems}
              />
            </Step>
            <Step title={t('checkout.shipping')}>
              <DeliveryChoice
                quote={quote}
                chosen={latest?.values['shipping_method'] ?? values['shipping_method']}
              />
              <noscript>
                <p className="mt-3 flex flex-wrap items-center gap-3 text-sm text-ink-muted">
                  {t('checkout.shippingNeedsCountry')}
                  <Button type="submit" size="sm" name="intent" value="quote" formNoValidate>
                    {t('checkout.updateShipping')}
                  </Button>
                </p>
              </noscript>
            </Step>
            <Step title={t('checkout.payment')}>
              {Number(quote.to_pay.amount) === 0 ? (
                <NothingToPay methods={quote.payment_methods} />
              ) : (
                <PaymentChoice methods={quote.payment_methods} chosen={values['payment_method']} />
              )}
            </Step>
          </div>
          <SummaryPanel
            {...summary}
            busy={requote.state !== 'idle'}
            placing={state !== 'idle' && formAction === '/checkout'}
            codeFailed={answer?.code ?? null}
            typed={answer?.values['code']}
            codeTaken={answer?.code === null ? answer.quoted_at : 0}
          />
        </ShopForm>
      </div>
    </>
  )
}
