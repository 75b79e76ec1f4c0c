import { Tabs as Base } from '@base-ui/react/tabs'
import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx.ts'
import { KitLink } from './link.tsx'

const tabStyle =
  '-mb-px inline-flex min-h-control-sm items-center gap-1.5 border-b-2 border-transparent px-1 text-control-sm font-medium whitespace-nowrap text-ink-muted transition-colors hover:text-ink'
const listStyle = 'flex gap-5 overflow-x-auto border-b border-line'

/** Tabs that swap panels on this page. */
export function Tabs({
  tabs,
  label,
}: {
  tabs: { id: string; label: ReactNode; panel: ReactNode }[]
  label: string
}) {
  return (
    <Base.Root defaultValue={tabs[0]?.id}>
      <Base.List aria-label={label} className={listStyle}>
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className={cx(tabStyle, 'data-active:border-ink data-active:text-ink')}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="pt-5">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}

/** Tabs that are links: each is a page or a filter with its own address, so they work without script. */
export function LinkTabs({
  tabs,
  label,
}: {
  tabs: { href: string; label: ReactNode; count?: ReactNode; current: boolean }[]
  label: string
}) {
  const row = useRef<HTMLElement>(null)
  const current = tabs.find((tab) => tab.current)?.href
  // On a phone the tabs run out of sight: the page's own is pushed into the middle.
  useEffect(() => {
    const tab = row.current?.querySelector('[aria-current=page]')?.getBoundingClientRect()
    if (!row.current || !tab) return
    const frame = row.current.getBoundingClientRect()
    row.current.scrollLeft += tab.left + tab.width / 2 - (frame.left + frame.width / 2)
  }, [current])
  return (
    <nav ref={row} aria-label={label} className={listStyle}>
      {tabs.map((tab) => (
        <KitLink
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className={cx(tabStyle, tab.current && 'border-ink! text-ink')}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="figures font-normal text-ink-subtle">{tab.count}</span>
          )}
        </KitLink>
      ))}
    </nav>
  )
}
