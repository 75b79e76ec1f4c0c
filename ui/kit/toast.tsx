import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Shows a short message that goes away by itself: `useToast()({ title: 'Saved' })`. */
export function useToast(): (message: {
  title: string
  description?: string
  tone?: 'success' | 'danger'
}) => void {
  const manager = Base.useToastManager()
  return ({ tone = 'success', ...message }) => {
    manager.add({ ...message, type: tone, priority: tone === 'danger' ? 'high' : 'low' })
  }
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="flex w-full items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-control-sm text-ink shadow-md transition-[opacity,translate] duration-200 ease-out data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Icon
        icon={toast.type === 'danger' ? CircleAlert : CircleCheck}
        className={toast.type === 'danger' ? 'mt-px text-danger' : 'mt-px text-success'}
      />
      <div className="min-w-0 flex-1">
        <Base.Title className="font-semibold" />
        <Base.Description className="text-ink-muted" />
      </div>
      <Base.Close aria-label={closeLabel} className="text-ink-subtle hover:text-ink">
        <Icon icon={X} size="sm" />
      </Base.Close>
    </Base.Root>
  ))
}

/** Holds the toasts of an app; stands once, around everything that may show one. */
export function ToastArea({ children, closeLabel }: { children: ReactNode; closeLabel: string }) {
  return (
    <Base.Provider timeout={5000}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2 outline-none">
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
