import type { ReactNode } from 'react'

/** The page's one h1, with what leads back above it and what can be done beside it. */
export function PageHeader({
  title,
  lead,
  above,
  meta,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  above?: ReactNode
  /** Beside the title: a status pill, a count. */
  meta?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="flex flex-col gap-3">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-3xl [[data-density=compact]_&]:text-xl [[data-density=compact]_&]:font-semibold">
              {title}
            </h1>
            {meta}
          </div>
          {lead ? (
            <p className="mt-2 max-w-prose text-ink-muted [[data-density=compact]_&]:mt-0.5">{lead}</p>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  )
}
