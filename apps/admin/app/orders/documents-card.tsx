import { useMutation } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Order } from '../api.ts'
import { saveFile } from '../audit/save-file.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useCan } from '../session/use-me.ts'
import { useOrderCommand } from './use-order-command.ts'

const invoiced: readonly Order['status'][] = ['paid', 'processing', 'shipped', 'delivered']

/** Invoices and credit notes of an order. */
export function DocumentsCard({ order }: { order: Order }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const toast = useToast()
  const failureText = useFailureText()
  const onError = (error: unknown) => toast({ title: failureText(error), tone: 'danger' })
  const open = useMutation({
    mutationFn: (document_id: string) =>
      api.orders.getDocument({ order_id: order.id, document_id, language: format.locale }),
    onSuccess: saveFile,
    onError,
  })
  const issue = useOrderCommand(
    () => api.orders.issueInvoice({ order_id: order.id }),
    t('fulfilment.issued'),
    () => undefined,
  )
  const missing = invoiced.includes(order.status) && !order.documents.some(({ kind }) => kind === 'invoice')
  if (order.documents.length === 0 && !missing) return null
  return (
    <Card title={t('fulfilment.documents')}>
      {order.documents.length === 0 ? (
        <p className="text-control-sm text-ink-subtle">{t('fulfilment.noDocuments')}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {order.documents.map((document) => (
            <li key={document.id} className="flex items-start justify-between gap-2 text-control-sm">
              <button
                type="button"
                className="flex items-center gap-2 rounded-sm text-left underline disabled:opacity-50"
                disabled={open.isPending}
                aria-label={t('fulfilment.open', { number: document.number })}
                onClick={() => open.mutate(document.id)}
              >
                <Icon icon={FileText} size="sm" />
                {document.number}
              </button>
              <span className="text-right">
                <span className="figures block">{format.money(document.total)}</span>
                <span className="text-xs text-ink-subtle">
                  {t(`fulfilment.kind.${document.kind}`)} · {format.day(document.issued_at)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing && can('orders:write') ? (
        <Button
          size="sm"
          className="mt-3"
          pending={issue.isPending}
          onClick={() => issue.mutate(undefined, { onError })}
        >
          {t('fulfilment.issue')}
        </Button>
      ) : null}
    </Card>
  )
}
