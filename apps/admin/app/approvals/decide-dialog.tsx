import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { Approval } from './approvals-query.ts'
import { useApprovalCommand } from './use-approval-command.ts'

/** Agrees to what somebody proposed, or declines it, with a word about why. */
export function DecideDialog({
  approval,
  decision,
  onClose,
}: {
  approval: Approval
  decision: 'approve' | 'decline'
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [note, setNote] = useState('')
  const decide = useApprovalCommand(
    () => {
      const input = { approval_id: approval.id, note: note.trim() || undefined }
      return decision === 'approve' ? api.access.approveApproval(input) : api.access.declineApproval(input)
    },
    t(`approvals.done.${decision}`),
    onClose,
  )
  const errors = fieldErrorsOf(decide.error)
  return (
    <FormDialog
      title={t(`approvals.sure.${decision}.title`)}
      description={t(`approvals.sure.${decision}.text`)}
      submitLabel={t(`approvals.act.${decision}`)}
      tone={decision === 'approve' ? 'primary' : 'danger'}
      pending={decide.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => decide.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('approvals.note')}
        optional={t('common.optional')}
        rows={3}
        maxLength={500}
        value={note}
        error={errors.at('note', failureText)}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
