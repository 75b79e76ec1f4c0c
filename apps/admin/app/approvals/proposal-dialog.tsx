import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { InputFacts } from './input-facts.tsx'
import { type AskedProposal, useAskedProposal } from './proposal.ts'
import { useOperationWords } from './use-operation-words.ts'

/** Offers to propose whatever was refused because it needs a second person. Stands once on a page. */
export function ProposalDialog() {
  const asked = useAskedProposal()
  return asked === null ? null : <AskDialog asked={asked} />
}

function AskDialog({ asked }: { asked: AskedProposal }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const operationWords = useOperationWords()
  const [reason, setReason] = useState('')
  const propose = useMutation({
    mutationFn: () =>
      api.access.proposeApproval({
        operation: asked.operation,
        input: asked.input as Record<string, unknown>,
        reason: reason.trim(),
      }),
    onSuccess: () => {
      toast({ title: t('approvals.proposed'), description: t('approvals.proposedText') })
      asked.settle(true)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['approvals'] }),
  })
  const errors = fieldErrorsOf(propose.error)
  return (
    <FormDialog
      title={t('approvals.askTitle')}
      description={t('approvals.askText')}
      submitLabel={t('approvals.propose')}
      pending={propose.isPending}
      disabled={reason.trim() === ''}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => propose.mutate()}
      onClose={() => asked.settle(false)}
    >
      <div className="flex flex-col gap-2 rounded-lg border border-line px-4 py-3">
        <p className="text-control-sm font-medium">{operationWords(asked.operation)}</p>
        <InputFacts input={asked.input} />
      </div>
      <TextArea
        label={t('approvals.reason')}
        hint={t('approvals.reasonHint')}
        rows={3}
        maxLength={500}
        required
        autoFocus
        value={reason}
        error={errors.at('reason', failureText)}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
