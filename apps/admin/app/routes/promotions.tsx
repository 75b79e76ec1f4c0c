import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, TicketPercent } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { PromotionStatus } from '../promotions/promotion-status.tsx'
import { promotionsQuery, type Promotion } from '../promotions/promotions-query.ts'
import { RuleWords } from '../promotions/rule-words.tsx'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const shown = ['all', 'running', 'scheduled', 'ended', 'off'] as const

/** Promotions in the order in which they apply. */
export default function Promotions() {
  const { t } = useTranslation()
  const params = useListParams()
  const writable = useCan()('promotions:write')
  const status = oneOf(params.get('status'), shown) ?? 'all'
  const q = params.get('q')
  const promotions = useQuery(
    promotionsQuery({
      page: params.page,
      page_size: 50,
      ...(status === 'all' ? {} : { status }),
      ...(q === undefined ? {} : { q }),
    }),
  )
  const add = writable ? (
    <LinkButton href="/promotions/new" variant="primary">
      <Icon icon={Plus} size="sm" />
      {t('promotions.add')}
    </LinkButton>
  ) : null
  return (
    <Page
      title={t('promotions.title')}
      tab={t('promotions.title')}
      lead={t('promotions.lead')}
      actions={
        <>
          <LinkButton href="/promotions/preview">{t('promotions.preview.title')}</LinkButton>
          {add}
        </>
      }
    >
      <LinkTabs
        label={t('common.status')}
        tabs={shown.map((name) => ({
          href: params.href({ status: name === 'all' ? null : name }),
          label: name === 'all' ? t('common.all') : t(`promotions.status.${name}`),
          current: name === status,
        }))}
      />
      <SearchBox params={params} label={t('promotions.search')} />
      <Card flush>
        <Loaded query={promotions} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={TicketPercent} title={t('promotions.empty')} action={add}>
                {t('promotions.emptyText')}
              </EmptyState>
            ) : (
              <>
                <PromotionList
                  items={page.items}
                  sortable={writable && status === 'all' && q === undefined && page.page === 1}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}

function PromotionList({ items, sortable }: { items: readonly Promotion[]; sortable: boolean }) {
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const order = useMutation({
    mutationFn: (promotion_ids: string[]) => api.pricing.orderPromotions({ promotion_ids }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['promotions'] }),
  })
  const ids = items.map(({ id }) => id)
  const move = (from: number, to: number) => {
    const id = ids[from]
    if (id !== undefined && to >= 0 && to < ids.length)
      order.mutate(ids.toSpliced(from, 1).toSpliced(to, 0, id))
  }
  return (
    <ol className="divide-y divide-line">
      {items.map((promotion, index) => (
        <PromotionRow
          key={promotion.id}
          promotion={promotion}
          move={sortable ? (by) => move(index, index + by) : null}
          first={index === 0}
          last={index === items.length - 1}
        />
      ))}
    </ol>
  )
}

function PromotionRow({
  promotion,
  move,
  first,
  last,
}: {
  promotion: Promotion
  move: ((by: number) => void) | null
  first: boolean
  last: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { name, starts_at, ends_at, coupons, uses } = promotion
  const when = [
    starts_at === null ? null : t('promotions.from', { day: format.dayTime(starts_at) }),
    ends_at === null ? null : t('promotions.until', { day: format.dayTime(ends_at) }),
    coupons > 0 ? t('promotions.codesUsed', { count: coupons, uses: format.number(uses) }) : null,
  ].filter((part) => part !== null)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link to={`/promotions/${promotion.id}`} className="font-medium hover:underline">
            {name}
          </Link>
          <PromotionStatus status={promotion.status} />
        </div>
        <p className="mt-0.5 text-control-sm text-ink-muted">
          <RuleWords promotion={promotion} />
        </p>
        {when.length > 0 ? <p className="text-xs text-ink-subtle">{when.join(' · ')}</p> : null}
      </div>
      {move === null ? null : (
        <div role="group" aria-label={name} className="flex items-center">
          <IconButton
            icon={ArrowUp}
            label={`${t('catalog.moveUp')}: ${name}`}
            aria-disabled={first}
            className="aria-disabled:opacity-40"
            onClick={() => move(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={`${t('catalog.moveDown')}: ${name}`}
            aria-disabled={last}
            className="aria-disabled:opacity-40"
            onClick={() => move(1)}
          />
          <SwitchButton promotion={promotion} />
        </div>
      )}
    </li>
  )
}

function SwitchButton({ promotion }: { promotion: Promotion }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const change = useMutation({
    mutationFn: () => api.pricing.switchPromotion({ promotion_id: promotion.id, active: !promotion.active }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['promotions'] }),
  })
  const label = t(promotion.active ? 'promotions.switchOff' : 'promotions.switchOn')
  return (
    <Button
      size="sm"
      pending={change.isPending}
      aria-label={`${label}: ${promotion.name}`}
      onClick={() => change.mutate()}
    >
      {label}
    </Button>
  )
}
