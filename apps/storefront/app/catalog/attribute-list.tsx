import { useTranslation } from 'react-i18next'
import { useAttributeText } from './attribute-text.tsx'
import type { Product } from './types.ts'

/** The typed facts of a product, as a list of names and values. */
export function AttributeList({
  attributes,
  sku,
}: {
  attributes: Product['attributes']
  sku: string | undefined
}) {
  const { t } = useTranslation()
  const text = useAttributeText()
  const withUnit = ({ value, unit }: Product['attributes'][number]) => (
    <>
      {text(value)}
      {unit ? ` ${unit}` : null}
    </>
  )
  const rows = [
    ...attributes.map((attribute) => ({ name: attribute.name, value: withUnit(attribute) })),
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
