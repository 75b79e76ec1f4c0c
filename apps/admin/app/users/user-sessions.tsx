import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { UserDetail } from './types.ts'

/** Where an account is signed in now. */
export function UserSessions({ sessions }: { sessions: UserDetail['sessions'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('users.sessions')}>
      {sessions.length === 0 ? (
        <p className="text-control-sm text-ink-subtle">{t('users.noSessions')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line text-control-sm">
          {sessions.map((session) => (
            <li
              key={session.id}
              className="flex items-baseline justify-between gap-4 py-2 first:pt-0 last:pb-0"
            >
              <span className="min-w-0">
                <span className="block font-medium">{session.device}</span>
                <span className="block text-xs break-words text-ink-subtle">
                  {[session.place === null ? null : format.country(session.place), session.ip, session.method]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <time
                dateTime={session.last_used_at}
                title={format.dayTime(session.last_used_at)}
                className="text-xs whitespace-nowrap text-ink-subtle"
              >
                {format.ago(session.last_used_at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
