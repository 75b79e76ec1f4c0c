import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { SignOutEverywhere } from './sign-out-everywhere.tsx'

/** Where the account is signed in. */
export function SessionsCard() {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState(false)
  return (
    <Card title={t('security.sessions.title')}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-control-sm text-ink-muted">{t('security.sessions.endAllText')}</p>
        <Button className="text-danger!" onClick={() => setLeaving(true)}>
          {t('security.sessions.endAll')}
        </Button>
      </div>
      {leaving ? <SignOutEverywhere onClose={() => setLeaving(false)} /> : null}
    </Card>
  )
}
