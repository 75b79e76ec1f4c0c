import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { loadSessions } from './sessions-actions.ts'
import { useSessionWords } from './use-session-words.ts'

type Session = Awaited<ReturnType<typeof loadSessions>>[number]

/** One sign-in, and the way to end it. */
export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation()
  const words = useSessionWords()
  const device = words.device(session.device)
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {session.current ? <Badge tone="success">{t('security.sessions.current')}</Badge> : null}
        </p>
        <p className="text-sm wrap-anywhere text-ink-muted" suppressHydrationWarning>
          {[words.place(session), session.ip].filter(Boolean).join(' · ')}
        </p>
        <p className="text-sm text-ink-muted">
          {t('security.sessions.lastUsed')} <DateText value={session.last_used_at} withTime />
          {' · '}
          {t('security.sessions.signedIn')} <DateText value={session.created_at} withTime />
          {' · '}
          {words.method(session.method)}
        </p>
      </div>
      {session.current ? null : (
        <ShopForm preventScrollReset>
          <input type="hidden" name="intent" value="sessions.end" />
          <input type="hidden" name="session_id" value={session.id} />
          <button
            type="submit"
            aria-label={t('security.sessions.endOf', { device })}
            className="py-1 text-sm text-ink-muted underlined hover:text-danger"
          >
            {t('security.sessions.end')}
          </button>
        </ShopForm>
      )}
    </li>
  )
}
