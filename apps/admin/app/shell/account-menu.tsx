import { useMutation } from '@tanstack/react-query'
import { ChevronsUpDown, LogOut, ShieldCheck, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Icon } from '@rampart/kit/icon.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { queryClient } from '../query-client.ts'
import { useMe } from '../session/use-me.ts'
import { useFailureText } from '../form/use-failure-text.ts'

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/** Who is signed in, and the way out. */
export function AccountMenu({ onWalk }: { onWalk?: (() => void) | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const toast = useToast()
  const failureText = useFailureText()
  const signOut = useMutation({
    mutationFn: () => api.identity.logout({}),
    onSuccess: async () => {
      await navigate('/sign-in')
      queryClient.clear()
    },
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
  })
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left transition-colors hover:bg-hover data-popup-open:bg-hover"
        >
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-text"
          >
            {initials(me.full_name || me.email)}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate text-control-sm font-medium">{me.full_name || me.email}</span>
            <span className="block truncate text-2xs text-ink-subtle">{t(`account.roles.${me.role}`)}</span>
          </span>
          <Icon icon={ChevronsUpDown} size="sm" className="text-ink-subtle" />
        </button>
      }
      entries={[
        { kind: 'heading', label: me.email },
        {
          kind: 'action',
          label: t('shell.account'),
          icon: UserRound,
          onSelect: () => {
            onWalk?.()
            void navigate('/account')
          },
        },
        {
          kind: 'action',
          label: t('security.title'),
          icon: ShieldCheck,
          onSelect: () => {
            onWalk?.()
            void navigate('/security')
          },
        },
        { kind: 'line' },
        { kind: 'action', label: t('shell.signOut'), icon: LogOut, onSelect: () => signOut.mutate() },
      ]}
    />
  )
}
