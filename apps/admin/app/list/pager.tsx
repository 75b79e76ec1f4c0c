import { useTranslation } from 'react-i18next'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { ListParams } from './use-list-params.ts'

/** How many there are, and the way to the other pages. */
export function Pager({
  page,
  params,
}: {
  page: { page: number; page_size: number; total: number }
  params: ListParams
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const first = (page.page - 1) * page.page_size + 1
  const last = Math.min(page.page * page.page_size, page.total)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-cell-x py-2">
      <p className="figures text-xs text-ink-subtle">
        {t('common.range', {
          first: format.number(first),
          last: format.number(last),
          total: format.number(page.total),
        })}
      </p>
      <Pagination
        page={page.page}
        pageCount={Math.ceil(page.total / page.page_size)}
        href={(wanted) => params.href({ page: wanted === 1 ? null : String(wanted) })}
        labels={{
          nav: t('common.pages'),
          previous: t('common.previous'),
          next: t('common.next'),
          page: (number) => t('common.page', { number }),
        }}
      />
    </div>
  )
}
