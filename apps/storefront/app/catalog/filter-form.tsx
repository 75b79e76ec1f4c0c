import type { ChangeEvent, FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useLocation, useSearchParams, useSubmit } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { cx } from '@rampart/kit/cx.ts'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { FacetValues, FilterGroup, RangeFields } from './facet-group.tsx'
import { RatingChoice } from './rating-choice.tsx'
import { useListCurrency } from '../prices/use-list-currency.ts'
import type { Facet } from './types.ts'

export const FILTER_FORM = 'filter-form'
const OPEN_AT_FIRST = 4

const inPlace = { method: 'get', preventScrollReset: true, replace: true } as const

/** What a form asks for, without the fields that were left empty: a shorter address, the same list. */
function withoutEmpty(form: HTMLFormElement): URLSearchParams {
  const kept = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') kept.append(name, value)
  }
  return kept
}

function FacetPart({ facet, index }: { facet: Facet; index: number }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const title = facet.key === 'brand' ? t('list.brand') : facet.key === 'price' ? t('list.price') : facet.name
  const of = (name: string) => params.get(name) ?? ''
  if (facet.type === 'range') {
    const names: [string, string] =
      facet.key === 'price' ? ['price_min', 'price_max'] : [`from.${facet.key}`, `to.${facet.key}`]
    const values: [string, string] = [of(names[0]), of(names[1])]
    const open = index < OPEN_AT_FIRST || values.some(Boolean)
    return (
      <FilterGroup title={title} open={open}>
        <RangeFields names={names} min={facet.min} max={facet.max} values={values} />
      </FilterGroup>
    )
  }
  if (facet.key === 'rating') {
    return (
      <FilterGroup title={t('list.rating')} open={index < OPEN_AT_FIRST || of('rating_min') !== ''}>
        <RatingChoice values={facet.values} />
      </FilterGroup>
    )
  }
  const plain = facet.key === 'brand' || facet.key === 'category'
  return (
    <FilterGroup title={title} open={index < OPEN_AT_FIRST || facet.values.some((entry) => entry.selected)}>
      <FacetValues
        name={plain ? facet.key : 'filter'}
        prefix={plain ? '' : `${facet.key}:`}
        values={facet.values}
      />
    </FilterGroup>
  )
}

/** Every filter of a list as one GET form: with script it answers at once, without it there is a button. */
export function FilterForm({ facets }: { facets: Facet[] }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const submit = useSubmit()
  const hydrated = useHydrated()
  const answer = (form: HTMLFormElement) => void submit(withoutEmpty(form), { action: pathname, ...inPlace })
  // A change counts at once where there is room to see what it does: a tick by itself, a number when its box is left.
  const answerAtOnce = (form: HTMLFormElement) => {
    if (matchMedia('(min-width: 64rem)').matches) answer(form)
  }
  const inStock = params.get('in_stock') === 'true'
  // Lists know the price in the shop's own currency alone: in another one it would say something untrue.
  const { foreign } = useListCurrency()
  const shown = facets.filter(({ key }) => !foreign || key !== 'price')
  return (
    <Form
      id={FILTER_FORM}
      method="get"
      action={pathname}
      onChange={(event: ChangeEvent<HTMLFormElement>) => {
        const changed: Element = event.target
        if (changed instanceof HTMLInputElement && ['checkbox', 'radio'].includes(changed.type))
          answerAtOnce(event.currentTarget)
      }}
      onBlur={(event: FocusEvent<HTMLFormElement>) => {
        const left: Element = event.target
        if (left instanceof HTMLInputElement && left.type === 'text' && left.value !== left.defaultValue)
          answerAtOnce(event.currentTarget)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        answer(event.currentTarget)
      }}
      className="border-t border-line"
    >
      {params.get('q') ? <input type="hidden" name="q" value={params.get('q') ?? ''} /> : null}
      <FilterGroup title={t('list.availability')} open>
        <Checkbox
          key={String(inStock)}
          name="in_stock"
          value="true"
          defaultChecked={inStock}
          label={t('list.inStockOnly')}
        />
      </FilterGroup>
      {shown.map((facet, index) => (
        <FacetPart key={facet.key} facet={facet} index={index} />
      ))}
      <div className={cx('bg-canvas py-4 max-lg:sticky max-lg:bottom-0', hydrated && 'lg:hidden')}>
        <Button type="submit" variant="primary" block>
          {t('list.apply')}
        </Button>
      </div>
    </Form>
  )
}
