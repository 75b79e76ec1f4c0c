import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useCan, useMe } from '../session/use-me.ts'
import { outranks, type Role } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** Approve or refuse, for those who may give the role. */
export function DecideRequest({ request }: { request: { id: string; role: Role } }) {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const toast = useToast()
  const failureText = useFailureText()
  const decide = useUserCommand(
    (approved: boolean) => api.identity.decideRoleRequest({ request_id: request.id, approved }),
    t('users.done.decide'),
  )
  if (!can('identity:manage') || !outranks(me.role, request.role)) return null
  const run = (approved: boolean) =>
    decide.mutate(approved, { onError: (error) => toast({ title: failureText(error), tone: 'danger' }) })
  return (
    <span className="relative flex flex-wrap gap-2">
      <Button size="sm" pending={decide.isPending && !decide.variables} onClick={() => run(false)}>
        {t('users.act.refuse')}
      </Button>
      <Button
        size="sm"
        variant="primary"
        pending={decide.isPending && decide.variables}
        onClick={() => run(true)}
      >
        {t('users.act.approve')}
      </Button>
    </span>
  )
}
