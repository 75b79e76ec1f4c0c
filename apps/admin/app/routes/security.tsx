import { useTranslation } from 'react-i18next'
import { DevicesCard } from '../security/devices-card.tsx'
import { ExternalCard } from '../security/external-card.tsx'
import { PasskeysCard } from '../security/passkeys-card.tsx'
import { PasswordCard } from '../security/password-card.tsx'
import { SessionsCard } from '../security/sessions-card.tsx'
import { TotpCard } from '../security/totp-card.tsx'
import { Page } from '../shell/page.tsx'

/** How the account is signed in to, a card a part. */
export default function Security() {
  const { t } = useTranslation()
  return (
    <Page narrow title={t('security.title')} tab={t('security.title')} lead={t('security.lead')}>
      <PasswordCard />
      <TotpCard />
      <PasskeysCard />
      <ExternalCard />
      <DevicesCard />
      <SessionsCard />
    </Page>
  )
}
