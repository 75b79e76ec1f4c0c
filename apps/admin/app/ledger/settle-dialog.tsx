import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Finding } from './findings-query.ts'

/** Asks what came of a finding. */
export function SettleDialog({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [note, setNote] = useState('')
  const settle = useMutation({
    mutationFn: () => api.payments.settleFinding({ finding_id: finding.id, note }),
    onSuccess: () => {
      toast({ title: t('money.settledSaid') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['findings'] }),
  })
  return (
    <FormDialog
      title={t('money.settleTitle')}
      description={t('money.settleText')}
      submitLabel={t('money.settle')}
      pending={settle.isPending}
      disabled={note.trim() === ''}
      failure={settle.isError ? failureText(settle.error) : null}
      onSubmit={() => settle.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('money.note')}
        required
        rows={3}
        maxLength={500}
        autoFocus
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
