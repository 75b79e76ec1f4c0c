import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { useListCurrency } from '../prices/use-list-currency.ts'
import { FILTER_FORM } from './filter-form.tsx'
import { sorts } from './list-query.ts'

/** The order of a list. It belongs to the filter form, so both travel together. */
export function SortSelect() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const { foreign } = useListCurrency()
  const searching = Boolean(params.get('q'))
  const current = params.get('sort') ?? (searching ? 'relevance' : 'newest')
  return (
    <div className="flex items-center gap-2">
      <SelectField
        key={current}
        label={t('list.sort')}
        labelHidden
        name="sort"
        form={FILTER_FORM}
        defaultValue={current}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {sorts
          .filter((sort) => searching || sort !== 'relevance')
          .filter((sort) => !foreign || !sort.endsWith('price'))
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(`list.sort_${sort}`)}
            </option>
          ))}
      </SelectField>
      <noscript>
        <button type="submit" form={FILTER_FORM} className="px-2 text-sm underlined">
          {t('list.sortGo')}
        </button>
      </noscript>
    </div>
  )
}
