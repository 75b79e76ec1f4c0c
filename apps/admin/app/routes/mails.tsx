import { useInfiniteQuery } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { api, type Message } from '../api.ts'
import { MailName } from '../audit/mail-name.tsx'
import { MailStatusBadge } from '../audit/mail-status.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable, type Column } from '../list/data-table.tsx'
import { LoadMore } from '../list/load-more.tsx'
import { Loaded } from '../list/loaded.tsx'
import { RowLink } from '../list/row-link.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { Page } from '../shell/page.tsx'

function useMailColumns(): Column<Message>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'subject',
        header: t('logs.subjectLine'),
        className: 'w-full',
        cell: (mail) => (
          <div className="min-w-0">
            {mail.order_id === null ? (
              <span className="font-medium">{mail.subject || <MailName template={mail.template} />}</span>
            ) : (
              <RowLink to={`/orders/${mail.order_id}`}>
                {mail.subject || <MailName template={mail.template} />}
              </RowLink>
            )}
            <p className="text-xs break-all text-ink-subtle">
              <span className="md:hidden">{mail.recipient}</span>
              <span className="hidden md:inline">
                <MailName template={mail.template} />
              </span>
            </p>
          </div>
        ),
      },
      {
        id: 'recipient',
        header: t('logs.recipient'),
        from: 'md',
        cell: (mail) => <span className="block max-w-64 truncate text-ink-muted">{mail.recipient}</span>,
      },
      {
        id: 'status',
        header: t('common.status'),
        cell: (mail) => (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <MailStatusBadge status={mail.status} />
            {mail.attempts > 1 ? (
              <span className="text-xs whitespace-nowrap text-ink-subtle">
                {t('logs.attempts', { count: mail.attempts })}
              </span>
            ) : null}
          </span>
        ),
      },
      {
        id: 'when',
        header: t('logs.when'),
        from: 'sm',
        cell: (mail) => (
          <time
            dateTime={mail.created_at}
            title={format.dayTime(mail.sent_at ?? mail.created_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(mail.sent_at ?? mail.created_at)}
          </time>
        ),
      },
    ],
    [t, format],
  )
}

export default function Mails() {
  const { t } = useTranslation()
  const columns = useMailColumns()
  const mails = useInfiniteQuery({
    queryKey: ['mails'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.notifications.listMessages({ cursor: pageParam, limit: 30 }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  return (
    <Page title={t('logs.mails')} tab={t('logs.mails')} lead={t('logs.mailsLead')}>
      <Card flush>
        <Loaded query={mails} loading={<TableSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            return items.length === 0 ? (
              <EmptyState icon={Mail} title={t('logs.noMails')}>
                {t('logs.noMailsText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('logs.mails')}
                  columns={columns}
                  rows={items}
                  rowId={(mail) => mail.id}
                />
                <LoadMore query={mails} />
              </>
            )
          }}
        </Loaded>
      </Card>
    </Page>
  )
}
