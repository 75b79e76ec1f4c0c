import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'

/** A panel that slides in from the start of the screen: the navigation of a small one. */
export function Drawer({
  open,
  onOpenChange,
  label,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  children: ReactNode
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed inset-y-0 left-0 z-50 w-64 max-w-[85vw] overflow-clip border-r border-line bg-canvas text-ink shadow-lg transition-[translate] duration-200 ease-out data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Base.Title className="visually-hidden">{label}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
