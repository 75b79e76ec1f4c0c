import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ReturnSummary } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { ReturnStatusBadge } from './return-status.tsx'

/** The columns of a list of returns. */
export function useReturnColumns(): Column<ReturnSummary>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('returns.return'),
        cell: (row) => (
          <div className="flex items-center gap-3">
            <Picture image={row.picture} alt="" sizes="36px" className="size-9 shrink-0 rounded-sm" />
            <div className="min-w-0">
              <span className="figures">
                <RowLink to={`/returns/${row.id}`}>{row.number}</RowLink>
              </span>
              <p className="max-w-52 truncate text-xs text-ink-subtle">{row.first_item_name}</p>
            </div>
          </div>
        ),
      },
      {
        id: 'customer',
        header: t('returns.customer'),
        from: 'md',
        cell: (row) => (
          <div className="max-w-56">
            <p className="truncate">{row.full_name || row.email || t('orders.buyerErased')}</p>
            <p className="truncate text-xs text-ink-subtle">
              {t('returns.ofOrder', { number: row.order_number })}
            </p>
          </div>
        ),
      },
      {
        id: 'status',
        header: t('common.status'),
        cell: (row) => <ReturnStatusBadge status={row.status} />,
      },
      {
        id: 'pieces',
        header: t('orders.items'),
        from: 'lg',
        end: true,
        cell: (row) => t('returns.pieces', { count: row.piece_count }),
      },
      {
        id: 'created_at',
        header: t('returns.asked'),
        from: 'sm',
        end: true,
        cell: (row) => (
          <time
            dateTime={row.created_at}
            title={format.dayTime(row.created_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(row.created_at)}
          </time>
        ),
      },
    ],
    [t, format],
  )
}
