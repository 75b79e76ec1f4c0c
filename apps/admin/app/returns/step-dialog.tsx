import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api, type Return } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useOrderCommand } from '../orders/use-order-command.ts'

export type PlainStep = 'approve' | 'reject' | 'receive' | 'close'

/** Steps that say no to the buyer say why. */
const needsWord = (step: PlainStep): boolean => step === 'reject' || step === 'close'

/** A step of a return with a word to the buyer. */
export function StepDialog({
  given,
  step,
  onClose,
}: {
  given: Return
  step: PlainStep
  onClose: () => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [note, setNote] = useState('')
  const take = useOrderCommand(
    () => {
      const said = { return_id: given.id, note: note.trim() }
      const maybe = { return_id: given.id, note: note.trim() || undefined }
      if (step === 'approve') return api.orders.approveReturn(maybe)
      if (step === 'receive') return api.orders.receiveReturn(maybe)
      return step === 'reject' ? api.orders.rejectReturn(said) : api.orders.closeReturn(said)
    },
    t(`returns.done.${step}`),
    onClose,
  )
  const errors = fieldErrorsOf(take.error)
  return (
    <FormDialog
      title={t(`returns.act.${step}`)}
      description={t('returns.named', { number: given.number })}
      submitLabel={t(`returns.act.${step}`)}
      tone={needsWord(step) ? 'danger' : 'primary'}
      pending={take.isPending}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('returns.word')}
        {...(needsWord(step) ? { required: true } : { optional: t('common.optional') })}
        hint={t('returns.wordHint')}
        rows={4}
        maxLength={1000}
        autoFocus
        value={note}
        error={errors.at('note', failureText)}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
