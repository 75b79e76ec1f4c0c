import { Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { OrderTable } from '../account/order-table.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const PAGE_SIZE = 20

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1)
  return { list: await needed(clientOf(context).orders.listOrders({ page, page_size: PAGE_SIZE }), url) }
}

export default function AccountOrders() {
  const { t } = useTranslation()
  const { list } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('account.orders')} noIndex />
      <h1 className="mb-6 text-3xl">{t('account.orders')}</h1>
      {list.items.length > 0 ? (
        <OrderTable orders={list.items} />
      ) : (
        <EmptyState
          icon={Package}
          title={t('account.noOrdersTitle')}
          action={<LinkButton href="/search">{t('cart.continue')}</LinkButton>}
        >
          {t('account.noOrders')}
        </EmptyState>
      )}
      <div className="pt-8">
        <Pagination
          page={list.page}
          pageCount={Math.ceil(list.total / list.page_size)}
          href={(page) => `/account/orders?page=${page}`}
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
