import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import type { UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** What is asked once more before it is done to an account. */
export type SureAct = 'unlock' | 'forceReset' | 'endSessions' | 'allowRecovery'

const calls = {
  unlock: (user_id: string) => api.identity.unlockUser({ user_id }),
  forceReset: (user_id: string) => api.identity.forcePasswordReset({ user_id }),
  endSessions: (user_id: string) => api.identity.endUserSessions({ user_id }),
  allowRecovery: (user_id: string) => api.identity.allowRecovery({ id: user_id }),
} as const satisfies Record<SureAct, (id: string) => Promise<unknown>>

/** Says what will happen and asks. */
export function SureDialog({ act, user, onClose }: { act: SureAct; user: UserDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const command = useUserCommand(() => calls[act](user.id), t(`users.done.${act}`), onClose)
  return (
    <FormDialog
      title={t(`users.sure.${act}.title`, { name: user.full_name })}
      description={t(`users.sure.${act}.text`)}
      submitLabel={t(`users.act.${act}`)}
      tone={act === 'unlock' ? 'primary' : 'danger'}
      pending={command.isPending}
      failure={command.isError ? failureText(command.error) : null}
      onSubmit={() => command.mutate()}
      onClose={onClose}
    />
  )
}
