import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useCombobox } from '@rampart/kit/use-combobox.ts'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useDebounced } from '../list/use-debounced.ts'
import { useCan } from '../session/use-me.ts'
import type { Pinned } from './pin-order.tsx'

const FOUND = 6

/** Finds a published product by name, brand or SKU, and hands it over. */
export function ProductLookup({
  label,
  without,
  onChoose,
}: {
  label: string
  /** Products that are not offered. */
  without: readonly string[]
  onChoose: (product: Pinned) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const q = useDebounced(typed.trim(), 180)
  const managed = useCan()('catalog:write')
  const found = useQuery({
    queryKey: ['search', 'lookup', q],
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const asked = { q, page_size: Math.min(100, FOUND + without.length) }
      // Who works with prices need not be one of those who work with products: what is sold anybody may find.
      const { items } = managed
        ? await api.catalog.listManagedProducts({ ...asked, status: 'published' }, { signal })
        : await api.catalog.listProducts(asked, { signal })
      return items.map(({ id, name, price }) => ({ id, name, price }))
    },
  })
  const offered =
    typed.trim().length < 2
      ? []
      : (found.data ?? []).filter(({ id }) => !without.includes(id)).slice(0, FOUND)
  const combobox = useCombobox({
    count: offered.length,
    onChoose: (index) => {
      const product = offered[index]
      if (product !== undefined) onChoose({ id: product.id, name: product.name })
      setTyped('')
    },
  })
  const nothing = q.length >= 2 && q === typed.trim() && found.isSuccess && offered.length === 0
  return (
    <div className="relative">
      <TextField
        {...combobox.input}
        label={label}
        maxLength={120}
        placeholder={t('catalog.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          combobox.show()
        }}
        onKeyDown={(event) => {
          combobox.input.onKeyDown(event)
          // The line is for finding; it does not send the form that it stands in.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {combobox.open ? (
        <div
          {...combobox.list}
          aria-label={label}
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-64 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-lg"
        >
          {offered.map((product, index) => (
            <div
              key={product.id}
              {...combobox.option(index)}
              className={cx(
                'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 text-control-sm',
                index === combobox.active && 'bg-hover',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{product.name}</span>
              <span className="figures shrink-0 text-xs text-ink-subtle">{format.money(product.price)}</span>
            </div>
          ))}
        </div>
      ) : null}
      <p role="status" className={nothing ? 'pt-1.5 text-control-sm text-ink-muted' : 'visually-hidden'}>
        {nothing ? t('catalog.noMatch') : combobox.open ? t('search.offered', { count: offered.length }) : ''}
      </p>
    </div>
  )
}
