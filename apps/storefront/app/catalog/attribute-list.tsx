import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../environment.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { Product } from './types.ts'

/** Imported catalogues write days as ISO 8601 moments. */
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** The typed facts of a product, as a list of names and values. */
export function AttributeList({
  attributes,
  sku,
}: {
  attributes: Product['attributes']
  sku: string | undefined
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const text = (value: string | number | boolean) => {
    if (typeof value === 'boolean') return t(value ? 'list.yes' : 'list.no')
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
    return isMoment.test(value) ? <DateText value={value} /> : value
  }
  const rows = [
    ...attributes.map((attribute) => ({ name: attribute.name, value: text(attribute.value) })),
    ...(sku ? [{ name: t('product.sku'), value: sku }] : []),
  ]
  return (
    <dl className="divide-y divide-line text-sm">
      {rows.map((row) => (
        <div key={row.name} className="grid grid-cols-2 gap-4 py-2.5">
          <dt className="text-ink-muted">{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
