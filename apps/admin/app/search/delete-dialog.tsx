import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Pin, Synonym } from './search-queries.ts'

export type ToDelete = { kind: 'synonym'; synonym: Synonym } | { kind: 'pin'; pin: Pin }

/** Asks before a synonym or a pin goes. */
export function DeleteDialog({ what, onClose }: { what: ToDelete; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const remove = useMutation({
    mutationFn: () =>
      what.kind === 'synonym'
        ? api.search.deleteSynonym({ synonym_id: what.synonym.id })
        : api.search.deletePin({ pin_id: what.pin.id }),
    onSuccess: () => {
      toast({ title: t(what.kind === 'synonym' ? 'search.synonymDeleted' : 'search.pinDeleted') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['search'] }),
  })
  const name = what.kind === 'synonym' ? what.synonym.word : what.pin.question
  return (
    <FormDialog
      title={t('search.deleteTitle', { name })}
      description={t(what.kind === 'synonym' ? 'search.deleteSynonymText' : 'search.deletePinText')}
      submitLabel={t('common.delete')}
      tone="danger"
      pending={remove.isPending}
      failure={remove.isError ? failureText(remove.error) : null}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
