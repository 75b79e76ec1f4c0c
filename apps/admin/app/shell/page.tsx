import type { ReactNode } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { PageTitle } from './page-title.tsx'

/** A page of the back office: its title in the tab and on the page, what can be done, and its content below. */
export function Page({
  title,
  tab,
  lead,
  above,
  meta,
  actions,
  narrow,
  children,
}: {
  title: ReactNode
  /** The title of the browser's tab, where `title` is no plain text. */
  tab: string
  lead?: ReactNode
  above?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
  /** For forms and texts that should not run across a wide screen. */
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <div className={cx('mx-auto flex flex-col gap-5 px-gutter py-6', narrow ? 'max-w-3xl' : 'max-w-6xl')}>
      <PageTitle>{tab}</PageTitle>
      <PageHeader title={title} lead={lead} above={above} meta={meta} actions={actions} />
      {children}
    </div>
  )
}
