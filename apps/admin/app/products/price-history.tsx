import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Cell, HeadCell, Row, Table } from '@rampart/kit/table.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'

/** What was asked for the variants of a product, and since when. */
export function PriceHistory({ productId }: { productId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const history = useQuery({
    queryKey: ['products', 'price-history', productId],
    queryFn: ({ signal }) => api.catalog.getPriceHistory({ product_id: productId }, { signal }),
  })
  return (
    <Card flush title={t('productSales.priceHistory')}>
      <Loaded query={history} loading={<TableSkeleton rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 py-3 text-control-sm text-ink-muted">{t('productSales.noPriceHistory')}</p>
          ) : (
            <Table caption={t('productSales.priceHistory')}>
              <thead>
                <tr>
                  <HeadCell>{t('productSales.since')}</HeadCell>
                  <HeadCell>{t('catalog.sku')}</HeadCell>
                  <HeadCell end>{t('catalog.price')}</HeadCell>
                </tr>
              </thead>
              <tbody>
                {items.map(({ variant_id, sku, options, since, currency, price }) => (
                  <Row key={`${variant_id} ${since} ${currency ?? ''}`}>
                    <Cell className="whitespace-nowrap">{format.dayTime(since)}</Cell>
                    <Cell>{[sku, ...Object.values(options)].join(' · ')}</Cell>
                    <Cell end>
                      {price
                        ? format.money(price)
                        : [t('productSales.notOffered'), currency].filter(Boolean).join(' · ')}
                    </Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          )
        }
      </Loaded>
    </Card>
  )
}
