import { Ban, Ellipsis, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Menu, type MenuEntry } from '@rampart/kit/menu.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Money, type Order } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { RefundDialog } from './refund-dialog.tsx'
import { ShipDialog } from './ship-dialog.tsx'
import { useOrderCommand } from './use-order-command.ts'

const steps = ['processing', 'shipped', 'delivered'] as const
type Step = (typeof steps)[number]

/** A step that needs no more words than its name. */
function useStep(order: Order, status: Step) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const command = useOrderCommand(
    () => api.orders.updateStatus({ order_id: order.id, status }),
    t(`orders.done.${status}`),
    () => undefined,
  )
  const run = () =>
    command.mutate(undefined, { onError: (error) => toast({ title: failureText(error), tone: 'danger' }) })
  return { run, pending: command.isPending }
}

/** What may be done with an order now: exactly what the server allows, the very next step as the main button. */
export function OrderActions({ order, refundable }: { order: Order; refundable: Money | null }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'shipped' | 'cancel' | 'refund' | null>(null)
  const processing = useStep(order, 'processing')
  const delivered = useStep(order, 'delivered')
  const close = () => setDialog(null)

  const run: Record<Step, () => void> = {
    processing: processing.run,
    shipped: () => setDialog('shipped'),
    delivered: delivered.run,
  }
  const allowed = steps.filter((step) => order.allowed_actions.includes(step))
  const entries: MenuEntry[] = []
  if (order.allowed_actions.includes('refund') && refundable !== null) {
    entries.push({
      kind: 'action',
      label: t('orders.act.refund'),
      icon: Undo2,
      onSelect: () => setDialog('refund'),
    })
  }
  if (order.allowed_actions.includes('cancel')) {
    entries.push({
      kind: 'action',
      label: t('orders.act.cancel'),
      icon: Ban,
      danger: true,
      onSelect: () => setDialog('cancel'),
    })
  }
  return (
    <>
      {entries.length > 0 ? (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={t('common.actions')} variant="secondary" />}
          entries={entries}
        />
      ) : null}
      {allowed.toReversed().map((step) => (
        <Button
          key={step}
          variant={step === allowed[0] ? 'primary' : 'secondary'}
          pending={
            (step === 'processing' && processing.pending) || (step === 'delivered' && delivered.pending)
          }
          onClick={run[step]}
        >
          {t(`orders.act.${step}`)}
        </Button>
      ))}
      {dialog === 'shipped' ? <ShipDialog order={order} onClose={close} /> : null}
      {dialog === 'cancel' ? <CancelDialog order={order} onClose={close} /> : null}
      {dialog === 'refund' && refundable ? (
        <RefundDialog order={order} left={refundable} onClose={close} />
      ) : null}
    </>
  )
}
