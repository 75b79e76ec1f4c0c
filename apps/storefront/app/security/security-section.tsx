import type { ReactNode } from 'react'

/** One part of the security page. `id` is what a link to it ends with. */
export function SecuritySection({
  id,
  title,
  lead,
  action,
  children,
}: {
  id: string
  title: ReactNode
  lead?: ReactNode
  /** Stands beside the title: a state, or the way to change it. */
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-8 rounded-lg border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        {action}
      </div>
      {lead ? <p className="mt-1 max-w-prose text-sm text-ink-muted">{lead}</p> : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  )
}
