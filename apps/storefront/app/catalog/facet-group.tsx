import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import type { Facet } from './types.ts'

const SHOWN = 8

/** One foldable group of the filter form. */
export function FilterGroup({
  title,
  open,
  children,
}: {
  title: string
  open: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group border-b border-line">
      <summary className="flex min-h-12 items-center justify-between gap-3 text-sm font-medium">
        {title}
        <Icon
          icon={ChevronDown}
          size="sm"
          className="text-ink-subtle transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  )
}

/** Two fields for the ends of a range. */
export function RangeFields({
  names,
  min,
  max,
  values,
}: {
  names: [from: string, to: string]
  min: number
  max: number
  values: [from: string, to: string]
}) {
  const { t } = useTranslation()
  const common = { inputMode: 'decimal' as const, maxLength: 12, autoComplete: 'off' }
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField
        {...common}
        key={`f${values[0]}`}
        label={t('list.priceFrom')}
        name={names[0]}
        defaultValue={values[0]}
        placeholder={String(Math.floor(min))}
      />
      <TextField
        {...common}
        key={`t${values[1]}`}
        label={t('list.priceTo')}
        name={names[1]}
        defaultValue={values[1]}
        placeholder={String(Math.ceil(max))}
      />
    </div>
  )
}

type Value = Extract<Facet, { type: 'values' }>['values'][number]

/** Values to tick. The long tail waits behind one more fold. */
export function FacetValues({ name, prefix, values }: { name: string; prefix: string; values: Value[] }) {
  const { t } = useTranslation()
  const words: Record<string, string> = { true: t('list.yes'), false: t('list.no') }
  const line = (entry: Value) => (
    <Checkbox
      key={`${entry.value}-${entry.selected}`}
      name={name}
      value={prefix + entry.value}
      defaultChecked={entry.selected}
      label={words[entry.value] ?? entry.value}
      aside={entry.count}
    />
  )
  const tail = values.slice(SHOWN)
  return (
    <div className="space-y-2.5">
      {values.slice(0, SHOWN).map(line)}
      {tail.length > 0 ? (
        <details open={tail.some((entry) => entry.selected)} className="space-y-2.5">
          <summary className="py-1 text-sm text-ink-muted underlined">{t('list.moreValues')}</summary>
          {tail.map(line)}
        </details>
      ) : null}
    </div>
  )
}
