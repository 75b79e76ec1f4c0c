import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@rampart/kit/icon-button.tsx'

export type Pinned = { readonly id: string; readonly name: string }

/** Products in their order. Buttons move them, or Alt with an arrow key from anywhere in their line. */
export function PinOrder({
  products,
  onChange,
}: {
  products: readonly Pinned[]
  onChange: (products: Pinned[]) => void
}) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const product = products[from]
    if (product === undefined || to < 0 || to >= products.length) return
    onChange(products.toSpliced(from, 1).toSpliced(to, 0, product))
    setSaid(t('search.moved', { name: product.name, place: to + 1, count: products.length }))
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    move(index, index + step)
  }
  if (products.length === 0) return null
  return (
    <div>
      <p className="pb-1.5 text-control-sm font-medium">{t('search.order')}</p>
      <ol className="divide-y divide-line rounded-md border border-line">
        {products.map((product, index) => (
          <li key={product.id} className="flex items-center gap-2 py-0.5 pr-1 pl-3 text-control-sm">
            <span className="figures w-5 shrink-0 text-ink-subtle">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">{product.name}</span>
            <div role="group" aria-label={product.name} className="flex" onKeyDown={onKeyDown(index)}>
              <IconButton
                icon={ArrowUp}
                label={`${t('catalog.moveUp')}: ${product.name}`}
                aria-disabled={index === 0}
                aria-keyshortcuts="Alt+ArrowUp"
                className="aria-disabled:opacity-40"
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                icon={ArrowDown}
                label={`${t('catalog.moveDown')}: ${product.name}`}
                aria-disabled={index === products.length - 1}
                aria-keyshortcuts="Alt+ArrowDown"
                className="aria-disabled:opacity-40"
                onClick={() => move(index, index + 1)}
              />
              <IconButton
                icon={X}
                label={`${t('common.remove')}: ${product.name}`}
                onClick={() => onChange(products.toSpliced(index, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <p className="pt-1.5 text-xs text-ink-subtle max-sm:hidden">{t('search.orderHint')}</p>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  )
}
