import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'

/**
 * Asks before a page with unsaved changes is left. `dialog` is to be rendered; `release` lets the next walk pass, for
 * the walk that follows a save.
 */
export function useLeaveGuard(dirty: boolean): { dialog: ReactNode; release: () => void } {
  const released = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !released.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
  const release = () => {
    released.current = true
  }
  const dialog =
    blocker.state === 'blocked' ? (
      <LeaveDialog onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />
    ) : null
  return { dialog, release }
}

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation()
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onStay()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-xl border border-line bg-raised p-5 text-ink shadow-lg">
          <AlertDialog.Title className="text-lg font-semibold">{t('common.leaveTitle')}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-control-sm text-ink-muted">
            {t('common.leaveText')}
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={onStay}>{t('common.stay')}</Button>
            <Button variant="danger" onClick={onLeave}>
              {t('common.leave')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
