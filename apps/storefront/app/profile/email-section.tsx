import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from '../security/security-section.tsx'
import type { ProfileOutcome } from './profile-actions.ts'
import type { OwnEmailChange } from './types.ts'

/** The address that one signs in with, and the way to another one. */
export function EmailSection({
  email,
  change,
  outcome,
}: {
  email: string
  change: OwnEmailChange
  outcome: ProfileOutcome | undefined
}) {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  const pending = state === 'submitting' && formData?.get('intent') === 'email'
  const ofAddress =
    outcome === 'emailSame' || outcome === 'emailInvalid' || outcome === 'emailRefused'
      ? t(`profile.${outcome}`)
      : undefined
  return (
    <SecuritySection id="email" title={t('profile.emailTitle')} lead={t('profile.emailNow', { email })}>
      {change ? (
        <div className="mb-4">
          <Notice tone={outcome === 'emailSent' ? 'success' : 'info'}>
            <Waiting change={change} />
          </Notice>
        </div>
      ) : null}
      {outcome === 'tooMany' ? (
        <div className="mb-4">
          <Notice tone="danger">{t('account.tooMany')}</Notice>
        </div>
      ) : null}
      <ShopForm className="max-w-form space-y-4" key={change?.new_email}>
        <input type="hidden" name="intent" value="email" />
        <TextField
          label={t('profile.emailNew')}
          type="email"
          name="new_email"
          autoComplete="email"
          required
          maxLength={254}
          error={ofAddress}
        />
        <Button type="submit" pending={pending}>
          {t('profile.emailAsk')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}

function Waiting({ change }: { change: NonNullable<OwnEmailChange> }) {
  const { t } = useTranslation()
  const email = change.new_email
  if (change.confirmed_by_new) return t('profile.emailWaitingOld', { email })
  return change.confirmed_by_old
    ? t('profile.emailWaitingNew', { email })
    : t('profile.emailWaiting', { email })
}
