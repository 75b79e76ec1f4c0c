import { useTranslation } from 'react-i18next'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import type { Order } from './types.ts'

/** Invoices and credit notes of an order, each as a PDF. */
export function OrderPapers({ order, token }: { order: Order; token: string | null }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const query = token === null ? '' : `?token=${encodeURIComponent(token)}`
  return (
    <ul className="space-y-1">
      {order.documents.map(({ id, kind, number, total }) => (
        <li key={id}>
          <a href={`/orders/${order.id}/documents/${id}${query}`} className="underlined">
            {t(`order.paper_${kind}`, { number })}
          </a>{' '}
          {formatMoney(total, locale)}
        </li>
      ))}
    </ul>
  )
}
