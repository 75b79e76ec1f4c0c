import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '@rampart/kit/facts.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { api } from '../api.ts'
import { tailOf } from '../audit/subject.ts'
import type { Texts } from '../i18n/texts.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useShopCurrency } from '../money/use-shop-currency.ts'
import { useRoleWords } from '../roles/use-role-words.ts'
import { useCan } from '../session/use-me.ts'
import { PersonName } from '../users/person-name.tsx'
import { fieldWords, type ReadableField, readableFields } from './readable.ts'

/** What a call would be made with, line by line, for people. */
export function InputFacts({ input }: { input: unknown }) {
  const { t, i18n } = useTranslation()
  const name = (field: string) =>
    i18n.exists(`approvals.fields.${field}`)
      ? t(`approvals.fields.${field as keyof Texts['approvals']['fields']}`)
      : fieldWords(field)
  return (
    <Facts
      items={readableFields(input).map((field) => ({
        name: name(field.name),
        value: <Value field={field} />,
      }))}
    />
  )
}

function Value({ field }: { field: ReadableField }): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRoleWords()
  const shopCurrency = useShopCurrency()
  switch (field.kind) {
    case 'money': {
      const currency = field.currency ?? shopCurrency
      return currency === null ? field.amount : format.money({ amount: field.amount, currency })
    }
    case 'flag':
      return field.value ? t('common.yes') : t('common.no')
    case 'person':
      return <PersonName id={field.value} />
    case 'order':
      return <OrderNumber id={field.value} />
    case 'role':
      return words.title(field.value)
    case 'time':
      return format.dayTime(field.value)
    case 'text':
      return <span className="break-words">{field.value}</span>
  }
}

function OrderNumber({ id }: { id: string }) {
  const can = useCan()
  const order = useQuery({
    queryKey: ['orders', 'one', id],
    enabled: can('orders:read'),
    retry: false,
    queryFn: ({ signal }) => api.orders.getOrder({ order_id: id }, { signal }),
  })
  if (order.data === undefined) return tailOf(id) ?? id
  return (
    <KitLink href={`/orders/${id}`} className="underlined">
      {order.data.number}
    </KitLink>
  )
}
