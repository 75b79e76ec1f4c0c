import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { MailName } from '../audit/mail-name.tsx'
import { MailStatusBadge } from '../audit/mail-status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'

/** The newest mails about an order. */
export function orderMailsQuery(orderId: string) {
  return queryOptions({
    queryKey: ['orders', 'mails', orderId],
    queryFn: ({ signal }) => api.notifications.listMessages({ order_id: orderId, limit: 20 }, { signal }),
  })
}

/** The mails that were sent about an order. */
export function OrderMails({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const mails = useQuery(orderMailsQuery(orderId))
  return (
    <Card title={t('orders.mails')}>
      <Loaded query={mails} loading={<Skeleton className="h-4 w-48" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-control-sm text-ink-subtle">{t('orders.noMails')}</p>
          ) : (
            <ul className="flex flex-col gap-2 text-control-sm">
              {items.map((mail) => (
                <li key={mail.id} className="flex items-baseline justify-between gap-3">
                  <span className="min-w-0">
                    <span className="block truncate">
                      {mail.subject || <MailName template={mail.template} />}
                    </span>
                    <span className="block text-xs text-ink-subtle">
                      {format.dayTime(mail.sent_at ?? mail.created_at)}
                    </span>
                  </span>
                  <MailStatusBadge status={mail.status} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
