import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { api } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useCan } from '../session/use-me.ts'
import { ordersCsv } from './orders-csv.ts'
import { MOST_PRINTED, usePrint } from './print-papers.ts'
import type { OrderSelection } from './use-order-selection.ts'

type Outcome = { worked: number; refused: { id: string; number: string; reason: string }[] }

/** What can be done with the orders that are ticked, and what came of it. */
export function BulkBar({ selection }: { selection: OrderSelection }) {
  const { t } = useTranslation()
  const can = useCan()
  const client = useQueryClient()
  const failureText = useFailureText()
  const print = usePrint()
  const [asking, setAsking] = useState(false)
  const { orders } = selection
  const count = orders.length
  const step = useMutation({
    // One after the other: each order is a change of its own, and one that is refused keeps no other back.
    mutationFn: async (status: 'processing' | 'shipped'): Promise<Outcome> => {
      const outcome: Outcome = { worked: 0, refused: [] }
      for (const { id, number } of orders) {
        try {
          await api.orders.updateStatus({ order_id: id, status })
          outcome.worked += 1
        } catch (error) {
          outcome.refused.push({ id, number, reason: failureText(error) })
        }
      }
      return outcome
    },
    onSettled: () => {
      setAsking(false)
      return client.invalidateQueries({ queryKey: ['orders'] })
    },
    onSuccess: ({ refused }) =>
      selection.set(
        orders.filter(({ id }) => refused.every((each) => each.id !== id)),
        false,
      ),
  })
  const paper = (name: 'pick_list' | 'packing_slip') =>
    print.mutate({ paper: name, order_ids: orders.slice(0, MOST_PRINTED).map(({ id }) => id) })
  const download = () =>
    saveFile({
      content_type: 'text/csv',
      bytes: new TextEncoder().encode(ordersCsv(orders)),
      attachment: 'orders.csv',
    })
  return (
    <>
      {count > 0 ? (
        <div role="status" className="flex flex-wrap items-center gap-2 text-control-sm">
          <span className="mr-2">{t('fulfilment.bulk.selected', { count })}</span>
          {can('orders:write') ? (
            <>
              <Button size="sm" pending={step.isPending} onClick={() => step.mutate('processing')}>
                {t('fulfilment.bulk.processing')}
              </Button>
              <Button size="sm" pending={step.isPending} onClick={() => setAsking(true)}>
                {t('fulfilment.bulk.ship')}
              </Button>
            </>
          ) : null}
          <Button size="sm" pending={print.isPending} onClick={() => paper('pick_list')}>
            {t('fulfilment.pickList')}
          </Button>
          <Button size="sm" pending={print.isPending} onClick={() => paper('packing_slip')}>
            {t('fulfilment.slip')}
          </Button>
          <Button size="sm" onClick={download}>
            {t('fulfilment.bulk.export')}
          </Button>
          <Button size="sm" variant="ghost" onClick={selection.clear}>
            {t('fulfilment.bulk.clear')}
          </Button>
          {count > MOST_PRINTED ? (
            <span className="text-ink-subtle">{t('fulfilment.bulk.tooMany', { count: MOST_PRINTED })}</span>
          ) : null}
        </div>
      ) : null}
      {step.data ? <Summary outcome={step.data} /> : null}
      {asking ? (
        <FormDialog
          title={t('fulfilment.bulk.shipTitle', { count })}
          description={t('fulfilment.bulk.shipText')}
          submitLabel={t('fulfilment.bulk.ship')}
          pending={step.isPending}
          onSubmit={() => step.mutate('shipped')}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

function Summary({ outcome: { worked, refused } }: { outcome: Outcome }) {
  const { t } = useTranslation()
  return (
    <Notice tone={refused.length > 0 ? 'warning' : 'success'} title={t('fulfilment.bulk.summary')}>
      <p>{t('fulfilment.bulk.worked', { count: worked })}</p>
      {refused.length > 0 ? (
        <>
          <p>{t('fulfilment.bulk.refused')}</p>
          <ul className="list-disc pl-5">
            {refused.map(({ id, number, reason }) => (
              <li key={id}>
                {number}: {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}
