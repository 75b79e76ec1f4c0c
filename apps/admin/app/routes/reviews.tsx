import { useQuery } from '@tanstack/react-query'
import { CheckCheck, MessageSquareQuote, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { RejectDialog, RemoveDialog, ReplyDialog } from '../reviews/review-dialogs.tsx'
import { type OpenDialog, ReviewItem } from '../reviews/review-item.tsx'
import { reviewsQuery } from '../reviews/reviews-query.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const shown = ['pending', 'reported', 'published', 'rejected', 'all'] as const

export default function Reviews() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const [open, setOpen] = useState<OpenDialog>(null)
  const everybodys = can('reviews:read')
  // What waits is what a moderator comes for; a seller comes to read.
  const usual = everybodys ? 'pending' : 'all'
  const show = oneOf(params.get('show'), shown) ?? usual
  const q = params.get('q')
  const reviews = useQuery(
    reviewsQuery({
      ...(show === 'all' ? {} : show === 'reported' ? { reported: 'true' } : { status: show }),
      sort: show === 'pending' ? 'oldest' : show === 'reported' ? 'reports' : 'newest',
      q,
      page: params.page,
    }),
  )
  const labels = {
    all: t('common.all'),
    reported: t('reviews.reported'),
    pending: t('reviews.status.pending'),
    published: t('reviews.status.published'),
    rejected: t('reviews.status.rejected'),
  }
  return (
    <Page
      title={t('reviews.title')}
      tab={t('reviews.title')}
      lead={t(everybodys ? 'reviews.lead' : 'reviews.leadOwn')}
    >
      <LinkTabs
        label={t('reviews.tabs')}
        tabs={shown.map((name) => ({
          href: params.href({ show: name === usual ? null : name }),
          label: labels[name],
          current: name === show,
        }))}
      />
      <SearchBox params={params} label={t('reviews.search')} />
      <Card flush>
        <Loaded query={reviews} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <ul className="divide-y divide-line">
                  {page.items.map((review) => (
                    <ReviewItem key={review.id} review={review} onOpen={setOpen} />
                  ))}
                </ul>
                <Pager page={page} params={params} />
              </>
            ) : (
              <Nothing show={show} searched={q !== undefined} />
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'reject' ? <RejectDialog review={open.review} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'reply' ? <ReplyDialog review={open.review} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'remove' ? <RemoveDialog review={open.review} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

function Nothing({ show, searched }: { show: (typeof shown)[number]; searched: boolean }) {
  const { t } = useTranslation()
  if (searched)
    return (
      <EmptyState icon={SearchX} title={t('reviews.noMatch')}>
        {t('reviews.noMatchText')}
      </EmptyState>
    )
  if (show === 'all')
    return (
      <EmptyState icon={MessageSquareQuote} title={t('reviews.empty')}>
        {t('reviews.emptyText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={CheckCheck} title={t('reviews.noneWaiting')}>
      {t('reviews.noneWaitingText')}
    </EmptyState>
  )
}
