import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Landmark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import { FindingsCard } from '../ledger/findings-card.tsx'
import { MoneyRow } from '../ledger/money-row.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { Page } from '../shell/page.tsx'

const providers = ['sandbox', 'stripe', 'razorpay', 'cash_on_delivery'] as const

export default function Money() {
  const { t } = useTranslation()
  const params = useListParams()
  const provider = oneOf(params.get('provider'), providers)
  const moved = params.get('moved') === 'true'
  const input = {
    page: params.page,
    ...(provider ? { provider } : {}),
    ...(moved ? { moved: 'true' as const } : {}),
  }
  const ledger = useQuery({
    queryKey: ['ledger', input],
    queryFn: ({ signal }) => api.payments.listLedger(input, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('money.title')} tab={t('money.title')} lead={t('money.lead')}>
      <div className="flex flex-col gap-5">
        <FindingsCard />
        <Card title={t('money.orders')} flush>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line px-5 py-3">
            <SelectField
              label={t('money.provider')}
              labelHidden
              value={provider ?? ''}
              onChange={(event) => params.set({ provider: event.target.value })}
            >
              <option value="">{t('money.allProviders')}</option>
              {providers.map((code) => (
                <option key={code} value={code}>
                  {t(`payments.names.${code}`)}
                </option>
              ))}
            </SelectField>
            <Checkbox
              label={t('money.onlyMoved')}
              checked={moved}
              onChange={(event) => params.set({ moved: event.target.checked ? 'true' : null })}
            />
          </div>
          <Loaded query={ledger} loading={<TableSkeleton rows={6} />}>
            {(page) =>
              page.items.length === 0 ? (
                <EmptyState icon={Landmark} title={t('money.empty')}>
                  {t('money.emptyText')}
                </EmptyState>
              ) : (
                <>
                  <ul className="divide-y divide-line">
                    {page.items.map((money) => (
                      <MoneyRow key={money.payment_id} money={money} />
                    ))}
                  </ul>
                  <Pager page={page} params={params} />
                </>
              )
            }
          </Loaded>
        </Card>
      </div>
    </Page>
  )
}
