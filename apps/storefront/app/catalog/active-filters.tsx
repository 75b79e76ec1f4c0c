import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { useEnvironment } from '../environment.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { listAddress } from './list-address.ts'
import { readAmount, readRating } from './list-query.ts'
import type { Facet } from './types.ts'

type Chip = { label: string; remove: [name: string, value?: string][] }

function useChips(facets: Facet[]): Chip[] {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const { locale } = useEnvironment()
  const currency = useShellData()?.shop.currency
  // Lists are narrowed in the shop's own currency, whatever prices are shown in.
  const money = (text: string | null) => {
    const amount = readAmount(text)
    return amount && currency ? formatMoney({ amount, currency }, locale) : (text ?? '')
  }
  const nameOf = (key: string) => facets.find((facet) => facet.key === key)?.name ?? key
  const words: Record<string, string> = { true: t('list.yes'), false: t('list.no') }
  const range = (from: string, to: string) =>
    from && to
      ? t('list.priceRange', { from, to })
      : from
        ? t('list.priceOver', { from })
        : t('list.priceUnder', { to })

  const chips: Chip[] = params.getAll('brand').map((value) => ({ label: value, remove: [['brand', value]] }))
  if (params.get('in_stock') === 'true') chips.push({ label: t('list.inStockOnly'), remove: [['in_stock']] })
  const [from, to] = [money(params.get('price_min')), money(params.get('price_max'))]
  if (from || to) {
    chips.push({ label: `${t('list.price')}: ${range(from, to)}`, remove: [['price_min'], ['price_max']] })
  }
  const rating = readRating(params.get('rating_min'))
  if (rating !== null)
    chips.push({ label: t('list.ratingFrom', { count: rating }), remove: [['rating_min']] })
  for (const entry of params.getAll('filter')) {
    const [key = '', ...rest] = entry.split(':')
    const value = rest.join(':')
    if (value) chips.push({ label: `${nameOf(key)}: ${words[value] ?? value}`, remove: [['filter', entry]] })
  }
  const ranged = new Set([...params.keys()].flatMap((name) => /^(?:from|to)\.(.+)$/.exec(name)?.[1] ?? []))
  for (const key of ranged) {
    const [low, high] = [params.get(`from.${key}`) ?? '', params.get(`to.${key}`) ?? '']
    if (low || high) {
      chips.push({ label: `${nameOf(key)}: ${range(low, high)}`, remove: [[`from.${key}`], [`to.${key}`]] })
    }
  }
  return chips
}

/** The address of the list without its filters; null where none is set. */
export function useUnfiltered(facets: Facet[]): string | null {
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const remove = useChips(facets).flatMap((chip) => chip.remove)
  return remove.length > 0 ? listAddress(pathname, params, { remove }) : null
}

/** What the list is narrowed to; each a link that takes it away. */
export function ActiveFilters({ facets }: { facets: Facet[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const chips = useChips(facets)
  const unfiltered = useUnfiltered(facets)
  if (unfiltered === null) return null
  return (
    <nav aria-label={t('list.activeFilters')}>
      <ul className="flex flex-wrap items-center gap-2">
        {chips.map((chip) => (
          <li key={chip.label}>
            <KitLink
              href={listAddress(pathname, params, { remove: chip.remove })}
              aria-label={t('list.removeFilter', { name: chip.label })}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-well py-1 pr-2 pl-3 text-sm hover:bg-line"
            >
              {chip.label}
              <Icon icon={X} size="sm" />
            </KitLink>
          </li>
        ))}
        <li>
          <KitLink href={unfiltered} className="px-2 text-sm text-ink-muted underlined">
            {t('list.clearAll')}
          </KitLink>
        </li>
      </ul>
    </nav>
  )
}
