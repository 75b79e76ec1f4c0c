import { WifiOff } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { ProposalDialog } from '../approvals/proposal-dialog.tsx'
import { Failure } from '../list/failure.tsx'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { onSessionEnd } from '../session/session-end.ts'
import { holds, MeProvider, useMeQuery } from '../session/use-me.ts'
import { AppFrame } from '../shell/app-frame.tsx'
import { BrandMark } from '../shell/brand-mark.tsx'
import { forbidden } from '../shell/refusals.ts'
import { entryFor, opens } from '../shell/navigation.ts'
import { useOnline } from '../shell/use-online.ts'

/** The frame of every page behind the sign-in. It waits for the account and watches for the end of the session. */
export default function Shell() {
  const { t } = useTranslation()
  const me = useMeQuery()
  const online = useOnline()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const next = new URLSearchParams({ next: pathname + search }).toString()
  const signIn = `/sign-in?${next}`

  const entry = entryFor(pathname)

  useEffect(() => onSessionEnd(() => void navigate(signIn, { replace: true })), [navigate, signIn])

  if (me.isError && toClientError(me.error).status === 401) return <Navigate to={signIn} replace />
  if (me.data === undefined) {
    return (
      <main className="flex min-h-dvh items-center justify-center" aria-busy={!me.isError}>
        {me.isError ? (
          <Failure error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <span className="animate-pulse">
            <BrandMark />
          </span>
        )}
      </main>
    )
  }
  if (me.data.enrolment_required) return <Navigate to={`/enrol-factor?${next}`} replace />
  return (
    <MeProvider value={me.data}>
      <StepUpDialog />
      <ProposalDialog />
      <AppFrame>
        {online ? null : (
          <p
            role="status"
            className="flex items-center gap-2 bg-warning-soft px-gutter py-1.5 text-control-sm font-medium text-warning"
          >
            <Icon icon={WifiOff} size="sm" />
            {t('common.offlineBar')}
          </p>
        )}
        {entry !== undefined && !opens(entry, (permission) => holds(me.data.permissions, permission)) ? (
          <Failure page error={forbidden} />
        ) : (
          <Outlet />
        )}
      </AppFrame>
    </MeProvider>
  )
}
