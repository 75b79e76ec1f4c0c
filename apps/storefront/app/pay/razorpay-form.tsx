import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { useShellData } from '../layout/use-shell-data.ts'
import { FormMissing, PayProblem } from './pay-problem.tsx'
import { openRazorpay } from './razorpay-js.ts'
import { usePayAction } from './use-pay-action.ts'

/** Opens Razorpay's own window. What it hands over is checked on our side before anything counts. */
export function RazorpayForm({
  script,
  form,
  payLabel,
  back,
}: {
  script: string
  form: { key_id: string; order_id: string; amount: number; currency: string }
  payLabel: string
  back: string
}) {
  const { t } = useTranslation()
  const { busy, problem, send } = usePayAction()
  const hydrated = useHydrated()
  const shop = useShellData()?.shop
  const [state, setState] = useState<'idle' | 'open' | 'closed' | 'declined' | 'missing'>('idle')
  const { key_id, order_id, amount, currency } = form

  const open = () => {
    setState('open')
    openRazorpay(
      script,
      {
        key: key_id,
        order_id,
        amount,
        currency,
        name: shop?.name ?? '',
        handler: (proof) => {
          setState('idle')
          send({ ...proof })
        },
        // Closed after a refusal, the refusal is what there is to say.
        modal: { ondismiss: () => setState((now) => (now === 'declined' ? now : 'closed')) },
      },
      () => setState('declined'),
    ).catch(() => setState('missing'))
  }

  if (state === 'missing') return <FormMissing />
  return (
    <div className="flex flex-col gap-5">
      {problem !== null ? (
        <PayProblem problem={problem} back={back} />
      ) : state === 'declined' ? (
        <PayProblem problem="declined" back={back} />
      ) : state === 'closed' ? (
        <Notice tone="info">
          <p>{t('payForm.closed')}</p>
        </Notice>
      ) : null}
      <p className="text-sm text-ink-muted">{t('payForm.openText')}</p>
      <Button
        variant="primary"
        size="lg"
        block
        pending={busy || state === 'open'}
        disabled={!hydrated || problem === 'unsure'}
        onClick={open}
      >
        {payLabel}
      </Button>
    </div>
  )
}
