import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { Page } from '../shell/page.tsx'
import { RateTable } from '../taxes/rate-table.tsx'
import { TaxForm } from '../taxes/tax-form.tsx'
import { taxesQuery } from '../taxes/taxes-query.ts'

/** By what the shop taxes, and the rates that hold today. */
export default function TaxesPage() {
  const { t } = useTranslation()
  const taxes = useQuery(taxesQuery)
  return (
    <Page narrow title={t('taxes.title')} tab={t('taxes.title')} lead={t('taxes.lead')}>
      <Loaded query={taxes} loading={<TableSkeleton rows={6} />}>
        {(data) => (
          <div className="flex flex-col gap-4">
            <TaxForm key={data.updated_at ?? 'new'} taxes={data} />
            <RateTable table={data.table} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
