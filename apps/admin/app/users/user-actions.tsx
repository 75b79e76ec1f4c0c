import { Ellipsis, KeyRound, Lock, LogOut, LifeBuoy, UserCog } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Menu, type MenuEntry } from '@rampart/kit/menu.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useCan, useMe } from '../session/use-me.ts'
import { LockDialog } from './lock-dialog.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { type SureAct, SureDialog } from './sure-dialog.tsx'
import { outranks, type UserDetail } from './types.ts'
import { useUserCommand } from './use-user-command.ts'

/** What may be done to an account: nothing to one's own, nor to those of one's own height. */
export function UserActions({ user }: { user: UserDetail }) {
  const { t } = useTranslation()
  const me = useMe()
  const can = useCan()
  const toast = useToast()
  const failureText = useFailureText()
  const [dialog, setDialog] = useState<'lock' | 'role' | SureAct | null>(null)
  const invite = useUserCommand(
    () => api.identity.resendInvitation({ user_id: user.id }),
    t('users.done.invite'),
  )
  if (user.id === me.id || !can('identity:manage') || !outranks(me.role, user.role)) return null
  const close = () => setDialog(null)
  const action = (which: SureAct | 'role', label: string, icon: typeof Lock, danger = false): MenuEntry => ({
    kind: 'action',
    label,
    icon,
    danger,
    onSelect: () => setDialog(which),
  })
  const entries: MenuEntry[] = [
    action('role', t('users.act.role'), UserCog),
    ...(user.password === null ? [] : [action('forceReset', t('users.act.forceReset'), KeyRound)]),
    ...(user.role !== 'customer' && user.password !== null
      ? [action('allowRecovery', t('users.act.allowRecovery'), LifeBuoy)]
      : []),
    ...(user.sessions.length > 0 ? [action('endSessions', t('users.act.endSessions'), LogOut, true)] : []),
  ]
  return (
    <>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={t('common.actions')} variant="secondary" />}
        entries={entries}
      />
      {user.status === 'invited' ? (
        <Button
          pending={invite.isPending}
          onClick={() =>
            invite.mutate(undefined, {
              onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
            })
          }
        >
          {t('users.act.resend')}
        </Button>
      ) : null}
      {user.status === 'locked' || user.status === 'password_disabled' ? (
        <Button variant="primary" onClick={() => setDialog('unlock')}>
          {t('users.act.unlock')}
        </Button>
      ) : (
        <Button onClick={() => setDialog('lock')}>{t('users.act.lock')}</Button>
      )}
      {dialog === 'lock' ? <LockDialog user={user} onClose={close} /> : null}
      {dialog === 'role' ? <RoleDialog user={user} onClose={close} /> : null}
      {dialog !== null && dialog !== 'lock' && dialog !== 'role' ? (
        <SureDialog act={dialog} user={user} onClose={close} />
      ) : null}
    </>
  )
}
