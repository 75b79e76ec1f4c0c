import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from './security-section.tsx'
import { SessionRow } from './session-row.tsx'
import type { loadSessions } from './sessions-actions.ts'

/** Where the customer is signed in, with ways to end what they do not know. */
export function SessionsSection({ sessions }: { sessions: Awaited<ReturnType<typeof loadSessions>> }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const ended = search.get('ended')
  return (
    <SecuritySection id="sessions" title={t('security.sessions.title')} lead={t('security.sessions.lead')}>
      {ended === 'one' || ended === 'others' ? (
        <Notice tone="success" className="mb-2">
          <p>{t(ended === 'one' ? 'security.sessions.endedOne' : 'security.sessions.endedOthers')}</p>
        </Notice>
      ) : null}
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-3">
        {sessions.length > 1 ? (
          <ShopForm preventScrollReset>
            <input type="hidden" name="intent" value="sessions.end-others" />
            <Button type="submit">{t('security.sessions.endOthers')}</Button>
          </ShopForm>
        ) : null}
        <ShopForm>
          <input type="hidden" name="intent" value="sessions.end-all" />
          <Button type="submit" className="text-danger!">
            {t('security.sessions.endAll')}
          </Button>
        </ShopForm>
      </div>
    </SecuritySection>
  )
}
