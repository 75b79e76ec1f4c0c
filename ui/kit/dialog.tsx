import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** A window over the page. It keeps the focus, closes on Escape, and gives the focus back. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  closeLabel,
  side,
}: {
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  closeLabel: string
  /** A sheet at the end of the screen instead of a window in its middle. */
  side?: boolean
}) {
  const place = side
    ? 'inset-y-0 right-0 w-full max-w-md data-ending-style:translate-x-8 data-starting-style:translate-x-8'
    : 'top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 rounded-xl data-ending-style:scale-[0.98] data-starting-style:scale-[0.98]'
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cx(
            'fixed z-50 flex flex-col overflow-clip border border-line bg-raised text-ink shadow-lg transition-[opacity,transform,scale,translate] duration-200 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
            place,
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description ? (
                <Base.Description className="mt-1 text-control-sm text-ink-muted">
                  {description}
                </Base.Description>
              ) : null}
            </div>
            <Base.Close
              aria-label={closeLabel}
              className="-mr-1 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
            >
              <Icon icon={X} />
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
