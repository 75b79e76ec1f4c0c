import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PackagePlus, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api } from '../api.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { CategoryOptions } from '../categories/category-options.tsx'
import { DataTable } from '../list/data-table.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { oneOf, useListParams } from '../list/use-list-params.ts'
import { BulkEditDialog } from '../products/bulk-edit-dialog.tsx'
import { useProductColumns } from '../products/product-columns.tsx'
import { productStatuses } from '../products/product-status.tsx'
import { useSelection } from '../products/use-selection.ts'
import { Page } from '../shell/page.tsx'
import { ExportDialog } from '../transfers/export-dialog.tsx'

/** As many as the API takes at once. */
const MOST_AT_ONCE = 200

const sorts = ['updated', '-updated', 'name', '-name', 'price', '-price', 'available', '-available'] as const

export default function Products() {
  const { t } = useTranslation()
  const params = useListParams()
  const selection = useSelection()
  const [editing, setEditing] = useState(false)
  const [exporting, setExporting] = useState(false)
  const columns = useProductColumns(selection)
  const categories = useQuery(categoriesQuery)
  const filters = {
    status: oneOf(params.get('status'), productStatuses),
    q: params.get('q'),
    category: params.get('category'),
  }
  const sort = oneOf(params.get('sort'), sorts)
  const input = { ...filters, sort: sort ?? ('-updated' as const), page: params.page }
  const products = useQuery({
    queryKey: ['products', 'list', input],
    queryFn: ({ signal }) => api.catalog.listManagedProducts(input, { signal }),
    placeholderData: keepPreviousData,
  })
  const filtered = Object.values(filters).some((value) => value !== undefined)
  const { status, q, category } = filters
  const exported = { ...(status && { status }), ...(q && { q }), ...(category && { category }) }
  const add = (
    <LinkButton href="/products/new" variant="primary">
      <Icon icon={Plus} size="sm" />
      {t('catalog.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('catalog.products')}
      tab={t('catalog.products')}
      actions={
        <>
          <LinkButton href="/products/transfers">{t('transfers.title')}</LinkButton>
          <Button onClick={() => setExporting(true)}>{t('transfers.export')}</Button>
          {add}
        </>
      }
    >
      <LinkTabs
        label={t('catalog.tabs')}
        tabs={[
          {
            href: params.href({ status: null }),
            label: t('common.all'),
            current: filters.status === undefined,
          },
          ...productStatuses.map((status) => ({
            href: params.href({ status }),
            label: t(`catalog.status.${status}`),
            current: filters.status === status,
          })),
        ]}
      />
      <div className="flex flex-wrap items-end gap-2">
        <SearchBox params={params} label={t('catalog.search')} />
        <SelectField
          label={t('catalog.category')}
          labelHidden
          value={filters.category ?? ''}
          className="w-full sm:w-52"
          onChange={(event) => params.set({ category: event.target.value })}
        >
          <option value="">{t('catalog.allCategories')}</option>
          <CategoryOptions tree={categories.data?.items ?? []} />
        </SelectField>
        {filtered ? (
          <Button variant="ghost" onClick={() => params.set({ status: null, q: null, category: null })}>
            {t('common.clearFilters')}
          </Button>
        ) : null}
      </div>
      {selection.ids.length > 0 ? (
        <div role="status" className="flex flex-wrap items-center gap-2 text-control-sm">
          <span className="mr-2">{t('productSales.selected', { count: selection.ids.length })}</span>
          <Button size="sm" variant="primary" onClick={() => setEditing(true)}>
            {t('productSales.editSelected')}
          </Button>
          <Button size="sm" variant="ghost" onClick={selection.clear}>
            {t('productSales.clearSelection')}
          </Button>
        </div>
      ) : null}
      <Card flush>
        <Loaded query={products} loading={<TableSkeleton pictures />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <div className="px-cell-x pt-3 pb-1">
                  <Checkbox
                    label={t('productSales.selectAll')}
                    checked={page.items.every(({ id }) => selection.has(id))}
                    onChange={(event) =>
                      selection.set(
                        page.items.map(({ id }) => id),
                        event.target.checked,
                      )
                    }
                  />
                </div>
                <DataTable
                  caption={t('catalog.products')}
                  columns={columns}
                  rows={page.items}
                  rowId={(product) => product.id}
                  sort={input.sort}
                  onSort={(next) => params.set({ sort: next })}
                />
                <Pager page={page} params={params} />
              </>
            ) : filtered || page.total > 0 ? (
              <EmptyState icon={SearchX} title={t('catalog.noMatch')}>
                {t('catalog.noMatchText')}
              </EmptyState>
            ) : (
              <EmptyState icon={PackagePlus} title={t('catalog.empty')} action={add}>
                {t('catalog.emptyText')}
              </EmptyState>
            )
          }
        </Loaded>
      </Card>
      {exporting ? <ExportDialog filter={exported} onClose={() => setExporting(false)} /> : null}
      {editing ? (
        <BulkEditDialog
          ids={selection.ids.slice(0, MOST_AT_ONCE)}
          onDone={() => {
            setEditing(false)
            selection.clear()
          }}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Page>
  )
}
