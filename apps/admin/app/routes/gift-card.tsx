import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { CardStatusBadge } from '../gift-cards/card-status.tsx'
import { CorrectDialog, SwitchDialog } from '../gift-cards/change-dialogs.tsx'
import { type GiftCard, giftCardQuery } from '../gift-cards/gift-cards-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useCan } from '../session/use-me.ts'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

export default function GiftCardPage() {
  const { giftCardId = '' } = useParams()
  const card = useQuery(giftCardQuery(giftCardId))
  return (
    <Loaded query={card} page loading={<TableSkeleton rows={6} />}>
      {(data) => <Detail card={data} />}
    </Loaded>
  )
}

function Detail({ card }: { card: GiftCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const writable = useCan()('giftcards:write')
  const [open, setOpen] = useState<'correct' | 'switch' | null>(null)
  const title = t('giftCards.named', { hint: card.hint })
  return (
    <Page
      narrow
      title={title}
      tab={title}
      meta={<CardStatusBadge status={card.status} />}
      above={<BackLink href="/gift-cards">{t('giftCards.title')}</BackLink>}
      actions={
        writable ? (
          <>
            <Button onClick={() => setOpen('correct')}>{t('giftCards.correct')}</Button>
            <Button onClick={() => setOpen('switch')}>
              {t(card.status === 'disabled' ? 'giftCards.enable' : 'giftCards.disable')}
            </Button>
          </>
        ) : null
      }
    >
      <Card>
        <Facts
          items={[
            { name: t('giftCards.balance'), value: format.money(card.balance) },
            { name: t('giftCards.issued'), value: format.money(card.issued) },
            { name: t('giftCards.issuedOn'), value: format.dayTime(card.created_at) },
            {
              name: t('giftCards.expires'),
              value: card.expires_at === null ? t('giftCards.never') : format.dayTime(card.expires_at),
            },
            ...(card.note === '' ? [] : [{ name: t('giftCards.note'), value: card.note }]),
          ]}
        />
      </Card>
      <Card title={t('giftCards.ledger')} flush>
        <Table caption={t('giftCards.ledger')}>
          <thead>
            <tr>
              <HeadCell>{t('giftCards.when')}</HeadCell>
              <HeadCell>{t('giftCards.what')}</HeadCell>
              <HeadCell end>{t('giftCards.amount')}</HeadCell>
              <HeadCell end>{t('giftCards.balance')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {card.entries.map((entry) => (
              <Row key={entry.id}>
                <Cell>{format.dayTime(entry.occurred_at)}</Cell>
                <Cell>
                  {t(`giftCards.kinds.${entry.kind}`)}
                  {entry.order_id === null ? null : (
                    <>
                      {' '}
                      <Link to={`/orders/${entry.order_id}`} className="underline">
                        {t('giftCards.order')}
                      </Link>
                    </>
                  )}
                  {entry.reason === null ? null : (
                    <span className="block text-xs text-ink-subtle">{entry.reason}</span>
                  )}
                </Cell>
                <Cell end>{format.money(entry.amount)}</Cell>
                <Cell end>{format.money(entry.balance_after)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
      {open === 'correct' ? <CorrectDialog card={card} onClose={() => setOpen(null)} /> : null}
      {open === 'switch' ? <SwitchDialog card={card} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
