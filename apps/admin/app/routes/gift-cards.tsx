import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Gift, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { CardStatusBadge } from '../gift-cards/card-status.tsx'
import { giftCardsQuery, type IssuedCard } from '../gift-cards/gift-cards-query.ts'
import { IssueDialog } from '../gift-cards/issue-dialog.tsx'
import { ShownCardDialog } from '../gift-cards/shown-card-dialog.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { RowLink } from '../list/row-link.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const shown = ['all', 'active', 'spent', 'expired', 'disabled'] as const

/** Gift cards, the newest first. */
export default function GiftCards() {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const params = useListParams()
  const writable = useCan()('giftcards:write')
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<IssuedCard | null>(null)
  const status = oneOf(params.get('status'), shown) ?? 'all'
  const q = params.get('q')
  const cards = useQuery(
    giftCardsQuery({
      page: params.page,
      ...(status === 'all' ? {} : { status }),
      ...(q === undefined ? {} : { q }),
    }),
  )
  const issue = writable ? (
    <Button variant="primary" onClick={() => setIssuing(true)}>
      <Icon icon={Plus} size="sm" />
      {t('giftCards.issue')}
    </Button>
  ) : null
  return (
    <Page title={t('giftCards.title')} tab={t('giftCards.title')} lead={t('giftCards.lead')} actions={issue}>
      <LinkTabs
        label={t('common.status')}
        tabs={shown.map((name) => ({
          href: params.href({ status: name === 'all' ? null : name }),
          label: name === 'all' ? t('common.all') : t(`giftCards.status.${name}`),
          current: name === status,
        }))}
      />
      <SearchBox params={params} label={t('giftCards.search')} />
      <Card flush>
        <Loaded query={cards} loading={<TableSkeleton rows={4} />}>
          {(page) =>
            page.items.length === 0 ? (
              <EmptyState icon={Gift} title={t('giftCards.empty')} action={issue}>
                {t('giftCards.emptyText')}
              </EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('giftCards.title')}
                  rows={page.items}
                  rowId={(card) => card.id}
                  columns={[
                    {
                      id: 'hint',
                      header: t('giftCards.card'),
                      cell: (card) => (
                        <RowLink to={`/gift-cards/${card.id}`}>
                          <span className="font-mono">…{card.hint}</span>
                        </RowLink>
                      ),
                    },
                    {
                      id: 'status',
                      header: t('common.status'),
                      cell: (card) => <CardStatusBadge status={card.status} />,
                    },
                    { id: 'note', header: t('giftCards.note'), from: 'md', cell: (card) => card.note },
                    {
                      id: 'created',
                      header: t('giftCards.issuedOn'),
                      from: 'sm',
                      cell: (card) => format.day(card.created_at),
                    },
                    {
                      id: 'issued',
                      header: t('giftCards.issued'),
                      end: true,
                      from: 'sm',
                      cell: (card) => format.money(card.issued),
                    },
                    {
                      id: 'balance',
                      header: t('giftCards.balance'),
                      end: true,
                      cell: (card) => format.money(card.balance),
                    },
                  ]}
                />
                <Pager page={page} params={params} />
              </>
            )
          }
        </Loaded>
      </Card>
      {issuing ? (
        <IssueDialog
          onIssued={(card) => {
            setIssuing(false)
            setIssued(card)
            void client.invalidateQueries({ queryKey: ['gift-cards'] })
          }}
          onClose={() => setIssuing(false)}
        />
      ) : null}
      {issued === null ? null : <ShownCardDialog card={issued} onClose={() => setIssued(null)} />}
    </Page>
  )
}
