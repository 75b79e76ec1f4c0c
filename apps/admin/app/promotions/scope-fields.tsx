import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '@rampart/kit/icon.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { api } from '../api.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { CategoryOptions } from '../categories/category-options.tsx'
import { flatCategories } from '../categories/flat-categories.ts'
import { ProductLookup } from '../search/product-lookup.tsx'

type Things = { product_ids: string[]; category_ids: string[] }

/** Categories and products that something is about; chosen ones stand as chips. */
export function ScopeFields<T extends Things>({
  value,
  labels,
  onChange,
}: {
  value: T
  labels: { categories: string; products: string }
  onChange: (value: T) => void
}) {
  const { t } = useTranslation()
  const tree = useQuery(categoriesQuery).data?.items ?? []
  const names = useProductNames(value.product_ids)
  const categoryName = new Map(flatCategories(tree).map(({ category }) => [category.id, category.name]))
  const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id)
  return (
    <div className="flex flex-col gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <SelectField
          label={labels.categories}
          value=""
          onChange={(event) =>
            onChange({ ...value, category_ids: [...new Set([...value.category_ids, event.target.value])] })
          }
        >
          <option value="">{t('promotions.addCategory')}</option>
          <CategoryOptions tree={tree} />
        </SelectField>
        <ProductLookup
          label={labels.products}
          without={value.product_ids}
          onChoose={({ id }) => onChange({ ...value, product_ids: [...value.product_ids, id] })}
        />
      </div>
      <Chips
        ids={value.category_ids}
        nameOf={(id) => categoryName.get(id) ?? id.slice(-8)}
        onRemove={(id) => onChange({ ...value, category_ids: without(value.category_ids, id) })}
      />
      <Chips
        ids={value.product_ids}
        nameOf={(id) => names.get(id) ?? id.slice(-8)}
        onRemove={(id) => onChange({ ...value, product_ids: without(value.product_ids, id) })}
      />
    </div>
  )
}

/** Names of products that are sold, by id; what is not sold any more is missing. */
function useProductNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const asked = ids.slice(0, 100)
  const found = useQuery({
    queryKey: ['promotions', 'names', asked],
    enabled: asked.length > 0,
    queryFn: ({ signal }) => api.catalog.getCards({ product_ids: asked }, { signal }),
  })
  return new Map((found.data?.items ?? []).map(({ id, name }) => [id, name]))
}

function Chips({
  ids,
  nameOf,
  onRemove,
}: {
  ids: readonly string[]
  nameOf: (id: string) => string
  onRemove: (id: string) => void
}) {
  const { t } = useTranslation()
  if (ids.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1">
      {ids.map((id) => (
        <li
          key={id}
          className="inline-flex max-w-full items-center gap-1 rounded-sm bg-well py-0.5 pl-2 text-control-sm"
        >
          <span className="truncate">{nameOf(id)}</span>
          <button
            type="button"
            aria-label={`${t('common.remove')}: ${nameOf(id)}`}
            onClick={() => onRemove(id)}
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-subtle hover:text-ink"
          >
            <Icon icon={X} size="sm" className="size-3!" />
          </button>
        </li>
      ))}
    </ul>
  )
}
