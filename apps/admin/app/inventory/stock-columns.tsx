import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import type { StockLine } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { Column } from '../list/data-table.tsx'
import { RowLink } from '../list/row-link.tsx'
import type { StockSelection } from './use-stock-selection.ts'

function choiceOf(line: StockLine): string {
  return Object.values(line.options).join(' / ')
}

/** The name of a variant as people say it: 'Harbour crew tee, S / Pack of 3'. */
export function stockName(line: StockLine, unknown: string): string {
  return [line.product_name ?? unknown, choiceOf(line)].filter(Boolean).join(', ')
}

/** The columns of the stock list; `onAdjust` and `selection` are null for those who may only look. */
export function useStockColumns(
  onAdjust: ((line: StockLine) => void) | null,
  atLocation: boolean,
  selection: Pick<StockSelection, 'has' | 'set'> | null,
): Column<StockLine>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'article',
        header: t('stock.article'),
        className: 'w-full',
        cell: (line) => (
          <div className="flex items-center gap-3">
            {selection === null ? null : (
              // Over the link that the row is.
              <Checkbox
                className="relative z-1 -m-2 p-2"
                label={
                  <span className="visually-hidden">
                    {t('stock.bulk.select', { name: stockName(line, t('stock.unknown')) })}
                  </span>
                }
                checked={selection.has(line.variant_id)}
                onChange={(event) => selection.set([line], event.target.checked)}
              />
            )}
            <div className="min-w-0">
              {line.product_id === null ? (
                <span className="text-ink-subtle">{t('stock.unknown')}</span>
              ) : (
                <RowLink to={`/products/${line.product_id}`}>
                  {line.product_name ?? t('stock.unknown')}
                </RowLink>
              )}
              <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-subtle">
                <span className="md:hidden">{[choiceOf(line), line.sku].filter(Boolean).join(' · ')}</span>
                <span className="hidden empty:hidden md:inline">{choiceOf(line)}</span>
                <KitLink
                  href={`/inventory/${line.variant_id}`}
                  className="relative z-1 inline-flex min-h-6 items-center underline hover:text-ink"
                  aria-label={`${t('warehouse.details')}: ${stockName(line, t('stock.unknown'))}`}
                >
                  {t('warehouse.details')}
                </KitLink>
              </p>
            </div>
          </div>
        ),
      },
      {
        id: 'sku',
        header: t('stock.sku'),
        from: 'md',
        cell: (line) => (
          <span className="font-mono text-xs whitespace-nowrap text-ink-muted">{line.sku}</span>
        ),
      },
      ...(atLocation
        ? [
            {
              id: 'here',
              header: t('warehouse.here'),
              end: true,
              cell: (line: StockLine) => format.number(line.at_location ?? 0),
            },
          ]
        : []),
      {
        id: 'on_hand',
        header: t('stock.onHand'),
        end: true,
        from: 'sm',
        cell: (line) => format.number(line.on_hand),
      },
      {
        id: 'reserved',
        header: t('stock.reserved'),
        end: true,
        from: 'sm',
        cell: (line) => format.number(line.reserved),
      },
      {
        id: 'available',
        header: t('stock.available'),
        end: true,
        cell: (line) => (
          <span className={line.available <= 0 ? 'font-medium text-danger' : 'font-medium'}>
            {format.number(line.available)}
          </span>
        ),
      },
      {
        id: 'updated',
        header: t('stock.updated'),
        from: 'lg',
        cell: (line) => (
          <span className="whitespace-nowrap text-ink-muted">{format.ago(line.updated_at)}</span>
        ),
      },
      ...(onAdjust === null
        ? []
        : [
            {
              id: 'adjust',
              header: <span className="visually-hidden">{t('stock.adjust')}</span>,
              end: true,
              cell: (line: StockLine) => (
                <Button
                  size="sm"
                  variant="ghost"
                  className="relative z-1 text-ink-muted! hover:text-ink! focus-visible:text-ink!"
                  aria-label={`${t('stock.adjust')}: ${stockName(line, t('stock.unknown'))}`}
                  onClick={() => onAdjust(line)}
                >
                  {t('stock.adjust')}
                </Button>
              ),
            },
          ]),
    ],
    [t, format, onAdjust, atLocation, selection],
  )
}
