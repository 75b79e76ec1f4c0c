import type { ReactNode } from 'react'

/** A narrow page around one form. */
export function FormPage({
  title,
  lead,
  children,
  below,
}: {
  title: string
  lead?: string
  children: ReactNode
  below?: ReactNode
}) {
  return (
    <div className="page pt-10 lg:pt-16">
      <div className="mx-auto max-w-form">
        <h1 className="text-3xl">{title}</h1>
        {lead ? <p className="mt-2 text-ink-muted">{lead}</p> : null}
        <div className="mt-8 space-y-5">{children}</div>
        {below ? <div className="mt-8 border-t border-line pt-5 text-sm text-ink-muted">{below}</div> : null}
      </div>
    </div>
  )
}
