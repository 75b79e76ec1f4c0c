import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** Locks an account, with the reason that stays beside the lock and in the audit log. */
export function LockDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const lock = useUserCommand(
    () => api.identity.lockUser({ user_id: user.id, reason: reason.trim() }),
    t('users.done.lock'),
    onClose,
  )
  const errors = fieldErrorsOf(lock.error)
  return (
    <FormDialog
      title={t('users.lockTitle', { name: user.full_name })}
      description={t('users.lockText')}
      submitLabel={t('users.act.lock')}
      tone="danger"
      pending={lock.isPending}
      disabled={reason.trim() === ''}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => lock.mutate()}
      onClose={onClose}
    >
      <TextArea
        label={t('users.reason')}
        hint={t('users.reasonHint')}
        rows={3}
        maxLength={300}
        required
        value={reason}
        error={errors.at('reason', failureText)}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
