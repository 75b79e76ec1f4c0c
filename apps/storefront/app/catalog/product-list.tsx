import { SlidersHorizontal, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigation, useSearchParams } from 'react-router'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { ActiveFilters, useUnfiltered } from './active-filters.tsx'
import { FilterForm } from './filter-form.tsx'
import { listAddress } from './list-address.ts'
import { NothingFound } from './nothing-found.tsx'
import { ProductGrid } from './product-grid.tsx'
import { SortSelect } from './sort-select.tsx'
import type { ProductList as List } from './types.ts'

/**
 * The filters: a column on a desk, a sheet on a phone. The sheet opens by its fragment, so it needs no script;
 * once script runs the router's location decides, because a fragment set by script does not move `:target`.
 */
function FilterPanel({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { hash } = useLocation()
  const hydrated = useHydrated()
  const shown = hydrated ? hash !== '#filters' && 'max-lg:hidden' : 'max-lg:not-target:hidden'
  return (
    <aside
      id="filters"
      aria-label={t('list.filters')}
      className={cx(
        'outline-none max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:overflow-y-auto max-lg:bg-canvas max-lg:px-gutter lg:w-60 lg:shrink-0',
        shown,
      )}
    >
      <div className="flex h-16 items-center justify-between lg:hidden">
        <p className="text-lg font-semibold">{t('list.filters')}</p>
        <a
          href="#products"
          aria-label={t('shell.close')}
          className="-mr-2.5 flex size-11 items-center justify-center"
        >
          <Icon icon={X} className="size-5.5" />
        </a>
      </div>
      {children}
    </aside>
  )
}

/** A list of products with everything that narrows, orders and pages it. */
export function ProductList({ list }: { list: List }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const { state } = useNavigation()
  const unfiltered = useUnfiltered(list.facets)
  // Nothing was found and nothing narrows the list: there is nothing to filter or to order either.
  const bare = list.total === 0 && [...params.keys()].every((name) => name === 'q')
  return (
    <div id="products" className="flex scroll-mt-20 gap-10 xl:gap-14">
      {bare ? null : (
        <FilterPanel>
          <FilterForm facets={list.facets} />
        </FilterPanel>
      )}
      <section aria-label={t('list.results', { count: list.total })} className="min-w-0 flex-1">
        <div className={cx('flex flex-wrap items-center justify-between gap-3', !bare && 'pb-5')}>
          {bare ? null : (
            <a href="#filters" className={cx(buttonStyle({ size: 'md' }), 'lg:hidden')}>
              <Icon icon={SlidersHorizontal} size="sm" />
              {t('list.filters')}
            </a>
          )}
          <p
            className={
              bare ? 'visually-hidden' : 'figures text-sm text-ink-muted max-lg:order-last max-lg:w-full'
            }
            role="status"
          >
            {t('list.results', { count: list.total })}
          </p>
          {bare ? null : <SortSelect />}
        </div>
        <ActiveFilters facets={list.facets} />
        <div
          aria-busy={state === 'loading'}
          className={cx('pt-5 transition-opacity', state === 'loading' && 'opacity-60')}
        >
          {list.items.length > 0 ? (
            <ProductGrid products={list.items} level={2} narrow eager />
          ) : (
            <NothingFound
              query={params.get('q')?.trim() ?? ''}
              rescue={list.rescue}
              unfiltered={unfiltered}
            />
          )}
        </div>
        <div className="pt-12">
          <Pagination
            page={list.page}
            pageCount={Math.ceil(list.total / list.page_size)}
            href={(page) => listAddress(pathname, params, { set: page > 1 ? { page: String(page) } : {} })}
            labels={{
              nav: t('list.pages'),
              previous: t('list.previousPage'),
              next: t('list.nextPage'),
              page: (page) => t('list.page', { page }),
            }}
          />
        </div>
      </section>
    </div>
  )
}
