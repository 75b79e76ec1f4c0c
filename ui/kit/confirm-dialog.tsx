import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'

/** Asks before something that is hard to undo. Only its two buttons close it. */
export function ConfirmDialog({
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  onConfirm,
  tone = 'danger',
}: {
  trigger: ReactElement
  title: ReactNode
  description?: ReactNode
  confirmLabel: string
  cancelLabel: string
  onConfirm: () => void
  tone?: 'danger' | 'primary'
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-xl border border-line bg-raised p-5 text-ink shadow-lg transition-[opacity,scale] duration-200 ease-out data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          {description ? (
            <Base.Description className="mt-1.5 text-control-sm text-ink-muted">
              {description}
            </Base.Description>
          ) : null}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Base.Close render={<Button>{cancelLabel}</Button>} />
            <Base.Close
              render={
                <Button variant={tone} onClick={onConfirm}>
                  {confirmLabel}
                </Button>
              }
            />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
