import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, TicketPercent } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { PlanSaleDialog } from '../products/plan-sale-dialog.tsx'
import { PriceHistory } from '../products/price-history.tsx'
import { BackLink } from '../shell/back-link.tsx'
import { Page } from '../shell/page.tsx'

type Sale = Answer<'catalog', 'listProductSales'>['items'][number]

const tones: Record<Sale['state'], Tone> = { planned: 'info', running: 'success', over: 'neutral' }

/** Sales of one product, and what was asked for it. */
export default function ProductPrices() {
  const { t } = useTranslation()
  const { productId = '' } = useParams()
  const [planning, setPlanning] = useState(false)
  const sales = useQuery({
    queryKey: ['products', 'sales', productId],
    queryFn: ({ signal }) => api.catalog.listProductSales({ product_id: productId }, { signal }),
  })
  const plan = (
    <Button variant="primary" onClick={() => setPlanning(true)}>
      <Icon icon={Plus} size="sm" />
      {t('productSales.planSale')}
    </Button>
  )
  return (
    <Page
      title={t('productSales.pricesAndSales')}
      tab={t('productSales.pricesAndSales')}
      lead={t('productSales.salesLead')}
      above={<BackLink href={`/products/${productId}`}>{t('catalog.product')}</BackLink>}
      actions={plan}
    >
      <Card flush title={t('productSales.sales')}>
        <Loaded query={sales} loading={<TableSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={TicketPercent} title={t('productSales.noSales')}>
                {t('productSales.noSalesText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((sale) => (
                  <SaleRow key={sale.id} productId={productId} sale={sale} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      <PriceHistory productId={productId} />
      {planning ? <PlanSaleDialog productId={productId} onClose={() => setPlanning(false)} /> : null}
    </Page>
  )
}

function SaleRow({ productId, sale }: { productId: string; sale: Sale }) {
  const { t } = useTranslation()
  const format = useFormat()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const cancel = useMutation({
    mutationFn: () => api.catalog.cancelSale({ product_id: productId, sale_id: sale.id }),
    onSuccess: () => toast({ title: t('productSales.saleCancelled') }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['products'] }),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-control-sm">
      <Badge tone={tones[sale.state]} dot>
        {t(`productSales.saleState.${sale.state}`)}
      </Badge>
      <div className="min-w-0 flex-1">
        {sale.name ? <p className="font-medium">{sale.name}</p> : null}
        <p className="text-ink-muted">
          {t('productSales.saleSpan', {
            from: format.dayTime(sale.starts_at),
            to: format.dayTime(sale.ends_at),
          })}
        </p>
        <p className="figures text-ink-subtle">
          {[...new Set(sale.prices.map(({ price }) => format.money(price)))].slice(0, 6).join(' · ')}
        </p>
      </div>
      {sale.state === 'over' ? null : (
        <Button size="sm" pending={cancel.isPending} onClick={() => cancel.mutate()}>
          {t(sale.state === 'running' ? 'productSales.endSale' : 'productSales.dropSale')}
        </Button>
      )}
    </li>
  )
}
