import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { OwnReviewItem } from '../reviews/own-review-item.tsx'
import { clientOf } from '../shop-context.ts'

const PAGE_SIZE = 10

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1)
  const { reviews } = clientOf(context)
  const list = await needed(reviews.listOwnReviews({ page, page_size: PAGE_SIZE }), url)
  return { list, sent: url.searchParams.get('sent') === '1' }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const review_id = String((await request.formData()).get('review_id') ?? '')
  await needed(clientOf(context).reviews.deleteReview({ review_id }), url)
  return redirect('/account/reviews')
}

export default function AccountReviews() {
  const { t } = useTranslation()
  const { list, sent } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('reviews.mine')} noIndex />
      <h1 className="mb-6 text-3xl">{t('reviews.mine')}</h1>
      {sent ? (
        <Notice tone="success" className="mb-6">
          {t('reviews.sent')}
        </Notice>
      ) : null}
      {list.items.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {list.items.map((review) => (
            <OwnReviewItem key={review.id} review={review} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={MessageSquareQuote}
          title={t('reviews.noneMine')}
          action={<LinkButton href="/account/orders">{t('account.orders')}</LinkButton>}
        >
          {t('reviews.noneMineText')}
        </EmptyState>
      )}
      <div className="pt-8">
        <Pagination
          page={list.page}
          pageCount={Math.ceil(list.total / list.page_size)}
          href={(page) => `/account/reviews?page=${page}`}
          labels={{
            nav: t('reviews.pages'),
            previous: t('list.previousPage'),
            next: t('list.nextPage'),
            page: (page) => t('list.page', { page }),
          }}
        />
      </div>
    </>
  )
}
