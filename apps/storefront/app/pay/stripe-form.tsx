import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'
import { useEnvironment } from '../environment.tsx'
import { FormMissing, PayProblem } from './pay-problem.tsx'
import { type Elements, type Made, openStripe, type Stripe } from './stripe-js.ts'
import { usePayAction } from './use-pay-action.ts'

type Open = { readonly stripe: Stripe; readonly elements: Elements }

/** Stripe's Payment Element. What it collected becomes a token, which our side pays with. */
export function StripeForm({
  script,
  form,
  payLabel,
  back,
}: {
  script: string
  form: { publishable_key: string; amount: number; currency: string }
  payLabel: string
  back: string
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { busy, problem, send } = usePayAction()
  const place = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [missing, setMissing] = useState(false)
  const [ready, setReady] = useState(false)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { publishable_key, amount, currency } = form

  useEffect(() => {
    let gone = false
    openStripe(script, publishable_key).then(
      (stripe) => {
        if (gone || place.current === null) return
        const elements = stripe.elements({ mode: 'payment', amount, currency, locale })
        const element = elements.create('payment')
        element.on('ready', () => setReady(true))
        element.on('loaderror', () => setMissing(true))
        element.mount(place.current)
        setOpen({ stripe, elements })
      },
      () => setMissing(true),
    )
    return () => {
      gone = true
    }
  }, [script, publishable_key, amount, currency, locale])

  const pay = async ({ stripe, elements }: Open) => {
    setAsking(true)
    setSaid(null)
    try {
      const { error } = await elements.submit()
      const made: Made = error ? { error } : await stripe.createConfirmationToken({ elements })
      // Stripe says in the buyer's language what is wrong with what was typed.
      if (made.confirmationToken) send({ confirmation_token: made.confirmationToken.id })
      else setSaid(made.error?.message ?? t('payForm.problemText'))
    } catch {
      setSaid(t('payForm.problemText'))
    } finally {
      setAsking(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (open !== null && !busy && !asking) void pay(open)
  }

  if (missing) return <FormMissing />
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {said !== null ? (
        <Notice tone="danger" title={t('payForm.problem')}>
          <p>{said}</p>
        </Notice>
      ) : problem !== null ? (
        <PayProblem problem={problem} back={back} />
      ) : null}
      {ready ? null : (
        <p className="flex items-center gap-3 text-sm text-ink-muted" role="status">
          <Spinner />
          {t('payForm.loading')}
        </p>
      )}
      <div ref={place} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        block
        pending={busy || asking}
        disabled={!ready || problem === 'unsure'}
      >
        {payLabel}
      </Button>
    </form>
  )
}
