import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { StoredFile } from './files-query.ts'

/** Asks before a file goes for good. */
export function DeleteDialog({ file, onClose }: { file: StoredFile; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () => api.media.deleteFile({ file_id: file.id }),
    onSuccess: () => {
      toast({ title: t('files.removed') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  })
  return (
    <FormDialog
      title={t('files.removeTitle', { name: file.name })}
      description={t('files.removeText')}
      submitLabel={t('files.remove')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
