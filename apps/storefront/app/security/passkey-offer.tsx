import { useTranslation } from 'react-i18next'
import { canUsePasskeys } from '@rampart/client/passkeys.ts'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'

/** Tells those who have none that there are passkeys, where their browser knows them. */
export function PasskeyOffer() {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  if (!hydrated || !canUsePasskeys()) return null
  return (
    <Card title={t('security.passkeys.offerTitle')}>
      <p className="text-sm text-ink-muted">{t('security.passkeys.offer')}</p>
      <p className="mt-3 text-sm">
        <KitLink href="/account/security#passkeys" className="underlined">
          {t('security.passkeys.offerLink')}
        </KitLink>
      </p>
    </Card>
  )
}
