import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { type Session, useSessionWords } from './use-session-words.ts'

/** One sign-in, and the way to end it. */
export function SessionRow({
  session,
  pending,
  onEnd,
}: {
  session: Session
  pending: boolean
  onEnd: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useSessionWords()
  const device = words.device(session.device)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 text-control-sm">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {session.current ? <Badge tone="success">{t('security.sessions.current')}</Badge> : null}
        </p>
        <p className="wrap-anywhere text-ink-muted">
          {[words.place(session), session.ip, words.method(session.method)].filter(Boolean).join(' · ')}
        </p>
        <p className="text-xs text-ink-subtle">
          {t('security.sessions.times', {
            used: format.ago(session.last_used_at),
            signedIn: format.dayTime(session.created_at),
          })}
        </p>
      </div>
      {session.current ? null : (
        <Button
          size="sm"
          pending={pending}
          aria-label={t('security.sessions.endOf', { device })}
          onClick={onEnd}
        >
          {t('security.sessions.end')}
        </Button>
      )}
    </li>
  )
}
