import type { ReactNode } from 'react'

/** Names and their values, line by line: a definition list. */
export function Facts({ items }: { items: { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="flex flex-col gap-2 text-control-sm">
      {items.map((item, index) => (
        <div key={index} className="flex items-baseline justify-between gap-4">
          <dt className="shrink-0 text-ink-subtle">{item.name}</dt>
          <dd className="figures min-w-0 text-right">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
