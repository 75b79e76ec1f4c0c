import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { FormDialog } from './form-dialog.tsx'
import { useFailureText } from './use-failure-text.ts'

/** Asks before something goes. Afterwards, whether it went or was refused, what shows it is asked for anew. */
export function DeleteDialog({
  title,
  text,
  label,
  said,
  shownBy,
  remove,
  onClose,
  onDone = onClose,
}: {
  title: string
  text: string
  /** The button that does it; 'Delete' where nothing else is said. */
  label?: string
  /** What the toast says once it is gone. */
  said: string
  /** The queries that show it. */
  shownBy: QueryKey
  remove: () => Promise<unknown>
  onClose: () => void
  /** Once it is gone, where more than closing is to be done. */
  onDone?: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      toast({ title: said })
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: shownBy }),
  })
  return (
    <FormDialog
      title={title}
      description={text}
      submitLabel={label ?? t('common.delete')}
      tone="danger"
      pending={removal.isPending}
      failure={removal.isError ? failureText(removal.error) : null}
      onSubmit={() => removal.mutate()}
      onClose={onClose}
    />
  )
}
