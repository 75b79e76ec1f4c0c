import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type TimelineEntry = {
  key: string
  title: ReactNode
  time: ReactNode
  note?: ReactNode
  current?: boolean
}

/** What happened, in order, along a line. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="flex flex-col">
      {entries.map((entry, index) => (
        <li key={entry.key} className="relative flex gap-3 pb-4 last:pb-0">
          {index < entries.length - 1 ? (
            <span aria-hidden="true" className="absolute top-4 bottom-0 left-[0.3125rem] w-px bg-line" />
          ) : null}
          <span
            aria-hidden="true"
            className={cx(
              'mt-1.5 size-2.75 shrink-0 rounded-full border-2',
              entry.current ? 'border-accent bg-accent' : 'border-line-strong bg-surface',
            )}
          />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={cx('text-control-sm', entry.current && 'font-medium')}>{entry.title}</span>
              <span className="figures text-xs text-ink-subtle">{entry.time}</span>
            </div>
            {entry.note ? <p className="mt-0.5 text-control-sm text-ink-muted">{entry.note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
