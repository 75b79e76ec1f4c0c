import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useCan } from '../session/use-me.ts'

/** Cash that is still due for an order, and the button that says that it has come in. */
export function CashDue({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const record = useMutation({
    mutationFn: () => api.payments.recordCash({ order_id: orderId }),
    onSuccess: () => toast({ title: t('payments.cashRecorded') }),
    onError: (error) => toast({ tone: 'danger', title: failureText(error) }),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4">
      <p className="text-control-sm text-ink-muted">{t('payments.cashDue')}</p>
      {can('payments:record') ? (
        <Button size="sm" pending={record.isPending} onClick={() => record.mutate()}>
          {t('payments.recordCash')}
        </Button>
      ) : null}
    </div>
  )
}
