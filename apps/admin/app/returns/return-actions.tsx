import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import type { Order, Return } from '../api.ts'
import { useCan } from '../session/use-me.ts'
import { InspectDialog } from './inspect-dialog.tsx'
import { RefundReturnDialog } from './refund-return-dialog.tsx'
import { type PlainStep, StepDialog } from './step-dialog.tsx'

type Action = Exclude<Return['allowed_actions'][number], 'cancel'>

const nextOf: Partial<Record<Return['status'], 'requested' | 'approved' | 'received' | 'inspected'>> = {
  requested: 'requested',
  approved: 'approved',
  received: 'received',
  inspected: 'inspected',
}

/** What is to be done with a return next, on top of its page: exactly what the server allows. */
export function ReturnActions({ given, order }: { given: Return; order: Order }) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  const actions = given.allowed_actions
    .filter((action): action is Action => action !== 'cancel')
    .filter((action) => can(action === 'refund' ? 'payments:refund' : 'orders:write'))
  const next = nextOf[given.status]
  if (next === undefined || actions.length === 0) return null
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-control-sm font-medium">{t(`returns.next.${next}`)}</p>
        <div className="flex flex-wrap gap-2">
          {actions.map((action, index) => (
            <Button
              key={action}
              variant={index === 0 ? 'primary' : 'secondary'}
              onClick={() => setOpen(action)}
            >
              {t(`returns.act.${action}`)}
            </Button>
          ))}
        </div>
      </div>
      {open === 'inspect' ? <InspectDialog given={given} onClose={close} /> : null}
      {open === 'refund' ? <RefundReturnDialog given={given} order={order} onClose={close} /> : null}
      {isPlain(open) ? <StepDialog given={given} step={open} onClose={close} /> : null}
    </Card>
  )
}

function isPlain(action: Action | null): action is PlainStep {
  return action !== null && action !== 'inspect' && action !== 'refund'
}
