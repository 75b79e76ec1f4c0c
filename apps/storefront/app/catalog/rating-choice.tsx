import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Stars } from '@rampart/kit/stars.tsx'
import type { Facet } from './types.ts'

type Value = Extract<Facet, { type: 'values' }>['values'][number]

/** From how many stars on products are wanted: one of few, or any. */
export function RatingChoice({ values }: { values: Value[] }) {
  const { t } = useTranslation()
  const none = values.every((entry) => !entry.selected)
  return (
    <fieldset className="space-y-2.5">
      <legend className="visually-hidden">{t('list.rating')}</legend>
      <Choice key={`any-${String(none)}`} value="" chosen={none} label={t('list.ratingAny')} />
      {values.map(({ value, count, selected }) => (
        <Choice
          key={`${value}-${String(selected)}`}
          value={value}
          chosen={selected}
          label={
            <span className="flex items-center gap-2">
              <Stars value={Number(value)} size="sm" label={t('list.ratingFrom', { count: Number(value) })} />
              <span aria-hidden="true">{t('list.ratingUp')}</span>
            </span>
          }
          aside={count}
        />
      ))}
    </fieldset>
  )
}

function Choice({
  value,
  chosen,
  label,
  aside,
}: {
  value: string
  chosen: boolean
  label: ReactNode
  aside?: number
}) {
  return (
    <label className="flex items-center gap-2.5 text-control-sm">
      <input
        type="radio"
        name="rating_min"
        value={value}
        defaultChecked={chosen}
        className="size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1">{label}</span>
      {aside === undefined ? null : <span className="figures text-ink-subtle">{aside}</span>}
    </label>
  )
}
