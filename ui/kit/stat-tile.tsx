import type { ReactNode } from 'react'

/** One figure that matters, what it is, and how it moved. */
export function StatTile({
  label,
  value,
  note,
  chart,
}: {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  chart?: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface px-4 py-3.5">
      <p className="text-control-sm text-ink-muted">{label}</p>
      <p className="figures text-2xl font-semibold">{value}</p>
      {note ? <p className="text-xs text-ink-subtle">{note}</p> : null}
      {chart}
    </div>
  )
}
