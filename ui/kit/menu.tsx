import { Menu as Base } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { KitLink } from './link.tsx'

export type MenuEntry =
  | {
      kind: 'action'
      label: ReactNode
      icon?: LucideIcon
      danger?: boolean
      disabled?: boolean
      onSelect: () => void
    }
  | { kind: 'link'; label: ReactNode; icon?: LucideIcon; href: string }
  | { kind: 'heading'; label: ReactNode }
  | { kind: 'line' }

const itemStyle =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left text-control-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover'

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'line') return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
  if (entry.kind === 'heading')
    return <div className="px-2.5 pt-1.5 pb-1 text-xs text-ink-subtle">{entry.label}</div>
  const inside = (
    <>
      {entry.icon ? <Icon icon={entry.icon} size="sm" className="text-current opacity-75" /> : null}
      {entry.label}
    </>
  )
  if (entry.kind === 'link')
    return (
      <Base.LinkItem render={<KitLink href={entry.href} />} className={itemStyle}>
        {inside}
      </Base.LinkItem>
    )
  return (
    <Base.Item
      disabled={entry.disabled ?? false}
      onClick={entry.onSelect}
      className={cx(itemStyle, entry.danger && 'text-danger')}
    >
      {inside}
    </Base.Item>
  )
}

/** A list of things to do that opens from a button. */
export function Menu({
  trigger,
  entries,
  align = 'end',
}: {
  trigger: ReactElement
  entries: MenuEntry[]
  align?: 'start' | 'end'
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-50 outline-none">
          <Base.Popup className="min-w-44 origin-(--transform-origin) rounded-lg border border-line bg-raised p-1 text-ink shadow-md transition-[opacity,scale] outline-none data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
            {entries.map((entry, index) => (
              <Entry key={index} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
