import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { DateText } from '../layout/date-text.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { returnPath } from '../returns/return-path.ts'
import { ReturnStatusBadge } from '../returns/return-status.tsx'
import type { ReturnSummary } from '../returns/types.ts'
import { clientOf } from '../shop-context.ts'

const PAGE_SIZE = 20

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1)
  return { list: await needed(clientOf(context).orders.listReturns({ page, page_size: PAGE_SIZE }), url) }
}

function ReturnItem({ item }: { item: ReturnSummary }) {
  const { t } = useTranslation()
  return (
    <li className="relative flex items-center gap-4 py-4 transition-colors hover:bg-hover">
      <Picture image={item.picture} alt="" sizes="4rem" className="aspect-[4/5] w-14 shrink-0 rounded-sm" />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 sm:grid-cols-2 sm:items-center">
        <div className="min-w-0">
          <KitLink
            href={returnPath(item.order_id, item.id, null)}
            className="font-medium after:absolute after:inset-0"
          >
            {t('returns.title', { number: item.number })}
          </KitLink>
          <p className="truncate text-sm text-ink-muted">
            {item.first_item_name} · {t('returns.pieces', { count: item.piece_count })}
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
          <DateText value={item.created_at} />
          <ReturnStatusBadge status={item.status} />
        </p>
      </div>
    </li>
  )
}

export default function AccountReturns() {
  const { t } = useTranslation()
  const { list } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('returns.tab')} noIndex />
      <h1 className="mb-6 text-3xl">{t('returns.tab')}</h1>
      {list.items.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {list.items.map((item) => (
            <ReturnItem key={item.id} item={item} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={Undo2}
          title={t('returns.empty')}
          action={<LinkButton href="/account/orders">{t('account.orders')}</LinkButton>}
        >
          {t('returns.emptyText')}
        </EmptyState>
      )}
      <div className="pt-8">
        <Pagination
          page={list.page}
          pageCount={Math.ceil(list.total / list.page_size)}
          href={(page) => `/account/returns?page=${page}`}
          labels={{
            nav: t('list.pages'),
            previous: t('list.previousPage'),
            next: t('list.nextPage'),
            page: (page) => t('list.page', { page }),
          }}
        />
      </div>
    </>
  )
}
