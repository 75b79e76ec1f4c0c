import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import { useAttributeText } from '../catalog/attribute-text.tsx'
import { StockState } from '../catalog/stock-state.tsx'
import type { Product } from '../catalog/types.ts'
import { priceIn } from '../prices/price-in.ts'
import { ProductPrice } from '../prices/product-price.tsx'
import { useCurrency } from '../prices/use-currency.ts'
import { compareRows } from './compare-rows.ts'
import { ListForm } from './list-form.tsx'

const available = ({ variants }: Product): number =>
  variants.reduce((sum, variant) => sum + Math.max(0, variant.available), 0)

/** Products next to each other, an attribute a row; rows in which they differ are marked, in words too. */
export function CompareTable({ products }: { products: Product[] }) {
  const { t } = useTranslation()
  const currency = useCurrency()
  const amountOf = (product: Product) =>
    priceIn(product, currency ?? product.price.currency)?.price.amount ?? null
  const text = useAttributeText()
  return (
    // What is wider than a phone is pushed aside within its frame, by the keyboard too.
    <div
      role="region"
      aria-label={t('compare.title')}
      tabIndex={0}
      className="relative -mx-4 overflow-x-auto px-4 pb-4"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="visually-hidden">{t('compare.title')}</caption>
        <thead>
          <tr className="align-top">
            <td className="sticky left-0 z-10 w-28 min-w-28 bg-canvas pr-3 sm:w-44" />
            {products.map((product) => (
              <th key={product.id} scope="col" className="min-w-36 p-3 font-normal sm:min-w-48">
                <Picture
                  image={product.pictures[0] ?? null}
                  alt=""
                  sizes="12rem"
                  className="mb-3 aspect-[4/5] w-full max-w-48 rounded-md"
                />
                <KitLink href={`/p/${product.slug}`} className="block font-medium underlined">
                  {product.name}
                </KitLink>
                <ListForm action="/compare" intent="remove" productId={product.id}>
                  {() => (
                    <button
                      type="submit"
                      aria-label={t('compare.removeShortOf', { title: product.name })}
                      className="min-h-11 text-ink-muted underlined hover:text-ink"
                    >
                      {t('compare.removeShort')}
                    </button>
                  )}
                </ListForm>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-y border-line">
          <Row
            name={t('compare.price')}
            cells={products.map((product) => (
              <ProductPrice key={product.id} priced={product} />
            ))}
            differs={new Set(products.map(amountOf)).size > 1}
          />
          <Row
            name={t('list.brand')}
            cells={products.map(({ brand }) => brand ?? '–')}
            differs={new Set(products.map(({ brand }) => brand)).size > 1}
          />
          <Row
            name={t('list.availability')}
            cells={products.map((product) => (
              <StockState
                key={product.id}
                available={available(product)}
                inStock={product.in_stock}
                shipsLater={
                  product.in_stock && product.variants.every((each) => !each.in_stock || each.ships_later)
                }
              />
            ))}
            differs={new Set(products.map(({ in_stock }) => in_stock)).size > 1}
          />
          {compareRows(products).map((row) => (
            <Row
              key={row.key}
              name={row.name}
              cells={row.values.map((value) => (value === null ? '–' : text(value)))}
              differs={row.differs}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ name, cells, differs }: { name: string; cells: ReactNode[]; differs: boolean }) {
  const { t } = useTranslation()
  return (
    <tr className={cx('align-top', differs && 'bg-well')}>
      <th
        scope="row"
        className={cx(
          'sticky left-0 z-10 px-3 py-2.5 font-normal text-ink-muted hyphens-auto',
          differs ? 'bg-well' : 'bg-canvas',
        )}
      >
        {name}
        {differs ? <span className="block text-xs">{t('compare.differs')}</span> : null}
      </th>
      {cells.map((cell, index) => (
        // Columns stand still: their place is what they are.
        <td key={index} className={cx('p-2.5 px-3 break-words', differs && 'font-medium')}>
          {cell}
        </td>
      ))}
    </tr>
  )
}
