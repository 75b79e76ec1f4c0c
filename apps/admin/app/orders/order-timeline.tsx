import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Timeline, type TimelineEntry } from '@rampart/kit/timeline.tsx'
import { api, type Order } from '../api.ts'
import { actorNameOf } from '../audit/actor.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useCan, useMe } from '../session/use-me.ts'
import { NoteForm } from './note-form.tsx'
import { orderMailsQuery } from './order-mails.tsx'

type Entry = TimelineEntry & { at: string }

/** All that happened to an order, the newest first: its steps, money back, returns, mails, and what staff noted. */
export function OrderTimeline({ order }: { order: Order }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const me = useMe()
  const notes = useQuery({
    queryKey: ['orders', 'notes', order.id],
    queryFn: ({ signal }) => api.orders.listNotes({ order_id: order.id }, { signal }),
  })
  const returns = useQuery({
    queryKey: ['orders', 'returns', 'of', order.id],
    queryFn: ({ signal }) => api.orders.listOrderReturns({ order_id: order.id }, { signal }),
  })
  const mails = useQuery({ ...orderMailsQuery(order.id), enabled: can('notifications:read') })
  const entry = (key: string, at: string, title: TimelineEntry['title'], note?: TimelineEntry['note']) => ({
    ...{ key: `${key}-${at}`, at, title, note, time: format.dayTime(at) },
  })
  const author = (author_id: string, author_role: string): string => {
    const known = { actor_kind: 'staff', actor_id: author_id, actor_role: author_role }
    const name = actorNameOf({ ...known, action: '', subject_type: '', subject_id: '', after: null }, me.id)
    return name === null ? author_role : t(name)
  }
  const entries: Entry[] = [
    ...order.history.map((step) =>
      entry(step.status, step.occurred_at, t(`orders.reached.${step.status}`), step.note),
    ),
    ...order.refunds.map((refund) =>
      entry(
        refund.id,
        refund.occurred_at,
        t('orders.refundedEvent', { amount: format.money(refund.amount) }),
      ),
    ),
    ...(returns.data?.items ?? []).flatMap(({ id, number, history }) =>
      history.map((step) =>
        entry(
          `${id}-${step.status}`,
          step.occurred_at,
          t('orders.returnEvent', { number, status: t(`returns.status.${step.status}`) }),
          step.note,
        ),
      ),
    ),
    ...(mails.data?.items ?? []).flatMap((mail) =>
      mail.sent_at === null
        ? []
        : [entry(mail.id, mail.sent_at, t('orders.mailSent', { subject: mail.subject }))],
    ),
    ...(notes.data?.items ?? []).map((note) =>
      entry(
        note.id,
        note.created_at,
        `${t('orders.staffNote')} · ${author(note.author_id, note.author_role)}`,
        <span className="break-words whitespace-pre-line">{note.body}</span>,
      ),
    ),
  ]
  // Times of the wire have one form, so that their text sorts as they do.
  const newest = entries.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return (
    <Card title={t('orders.timeline')}>
      {can('orders:write') ? <NoteForm orderId={order.id} /> : null}
      <Timeline
        entries={newest.map(({ at: _at, ...shown }, index) => ({ ...shown, current: index === 0 }))}
      />
    </Card>
  )
}
