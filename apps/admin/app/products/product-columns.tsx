import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { ManagedProduct } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import { ProductStatusBadge } from './product-status.tsx'
import type { Selection } from './use-selection.ts'

/** The columns of the list of products. */
export function useProductColumns({ has, set }: Pick<Selection, 'has' | 'set'>): Column<ManagedProduct>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('catalog.product'),
        sortable: true,
        className: 'w-full',
        cell: (product) => (
          <div className="flex items-center gap-3">
            {/* Over the link that the row is. */}
            <Checkbox
              className="relative z-1 -m-2 p-2"
              label={
                <span className="visually-hidden">{t('productSales.select', { name: product.name })}</span>
              }
              checked={has(product.id)}
              onChange={(event) => set([product.id], event.target.checked)}
            />
            <Picture image={product.picture} alt="" sizes="40px" className="size-10 shrink-0 rounded-sm" />
            <div className="min-w-0">
              <RowLink to={`/products/${product.id}`}>{product.name}</RowLink>
              <p className="truncate text-xs text-ink-subtle">
                {[product.brand, t('catalog.variantCount', { count: product.variant_count })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </div>
        ),
      },
      {
        id: 'status',
        header: t('common.status'),
        from: 'sm',
        cell: (product) => <ProductStatusBadge status={product.status} />,
      },
      {
        id: 'category',
        header: t('catalog.category'),
        from: 'md',
        cell: (product) => (
          <span className="whitespace-nowrap text-ink-muted">{product.category?.name ?? ''}</span>
        ),
      },
      {
        id: 'available',
        header: t('catalog.stock'),
        end: true,
        sortable: true,
        cell: (product) =>
          product.available > 0 ? (
            format.number(product.available)
          ) : (
            <span className="text-danger">{t('catalog.soldOut')}</span>
          ),
      },
      {
        id: 'price',
        header: t('catalog.price'),
        end: true,
        from: 'sm',
        sortable: true,
        className: 'whitespace-nowrap',
        cell: (product) =>
          product.price_varies
            ? t('catalog.from', { price: format.money(product.price) })
            : format.money(product.price),
      },
      {
        id: 'updated',
        header: t('catalog.updated'),
        from: 'lg',
        sortable: true,
        cell: (product) => (
          <time
            dateTime={product.updated_at}
            title={format.dayTime(product.updated_at)}
            className="whitespace-nowrap text-ink-muted"
          >
            {format.ago(product.updated_at)}
          </time>
        ),
      },
    ],
    [t, format, has, set],
  )
}
