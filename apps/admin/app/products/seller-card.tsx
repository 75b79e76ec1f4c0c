import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import type { Editing } from './use-draft.ts'

/** Whose product it is. A shop without sellers is not asked. */
export function SellerCard({ editing: { draft, change, errorAt } }: { editing: Editing }) {
  const { t } = useTranslation()
  const sellers = useQuery({
    queryKey: ['products', 'sellers'],
    queryFn: ({ signal }) => api.catalog.listSellers({}, { signal }),
  })
  const items = sellers.data?.items ?? []
  if (items.length === 0 && draft.seller_id === '') return null
  // Whoever may not sign in any more keeps their products until somebody decides otherwise.
  const gone = draft.seller_id !== '' && !items.some(({ id }) => id === draft.seller_id)
  return (
    <Card title={t('sales.seller')}>
      <SelectField
        label={t('sales.seller')}
        labelHidden
        hint={t('sales.sellerHint')}
        value={draft.seller_id}
        error={errorAt('seller_id')}
        onChange={(event) => change({ seller_id: event.target.value })}
      >
        <option value="">{t('sales.theShop')}</option>
        {gone ? <option value={draft.seller_id}>{t('sales.goneSeller')}</option> : null}
        {items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </Card>
  )
}
