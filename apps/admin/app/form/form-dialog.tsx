import { useId, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { useProposed } from '../approvals/proposal.ts'

/**
 * A form in a window. It is mounted while it is open, so that each opening starts afresh. Where what it sends needs a
 * second person and was proposed, its part is done.
 */
export function FormDialog({
  title,
  description,
  submitLabel,
  cancelLabel,
  tone = 'primary',
  pending,
  disabled,
  failure,
  side,
  onSubmit,
  onClose,
  children,
}: {
  title: string
  description?: ReactNode
  submitLabel: string
  cancelLabel?: string
  tone?: 'primary' | 'danger'
  pending: boolean
  disabled?: boolean
  /** What went wrong as a whole, said above the fields. */
  failure?: string | null
  side?: boolean
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const formId = useId()
  useProposed(pending, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!pending && !disabled) onSubmit()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !pending) onClose()
      }}
      title={title}
      description={description}
      closeLabel={t('common.close')}
      {...(side ? { side } : {})}
      footer={
        <>
          <Button onClick={onClose} disabled={pending}>
            {cancelLabel ?? t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant={tone} pending={pending} disabled={disabled}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {failure ? <Notice tone="danger">{failure}</Notice> : null}
        {children}
      </form>
    </Dialog>
  )
}
