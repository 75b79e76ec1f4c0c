import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { ShopNewPasswordField } from '../recovery/shop-password-field.tsx'
import { SecuritySection } from './security-section.tsx'

type Outcome = 'changed' | 'tooShort' | 'tooCommon' | 'tooMany'

/** Setting another password. `short`: a second factor stands beside it, and less is enough. */
export function PasswordSection({
  short,
  ownWords,
  outcome,
}: {
  short: boolean
  ownWords: readonly string[]
  outcome: Outcome | undefined
}) {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  const pending = state === 'submitting' && formData?.get('intent') === 'password.change'
  const texts = {
    tooShort: t('security.password.tooShort'),
    tooCommon: t('recovery.tooCommon'),
    tooMany: t('account.tooMany'),
  }
  return (
    <SecuritySection
      id="password"
      title={t('security.password.title')}
      lead={short ? t('security.password.leadShort') : t('security.password.lead')}
    >
      {outcome === 'changed' ? (
        <div className="mb-4">
          <Notice tone="success">{t('security.password.changed')}</Notice>
        </div>
      ) : null}
      <ShopForm className="max-w-form space-y-4" key={outcome}>
        <input type="hidden" name="intent" value="password.change" />
        <input type="text" autoComplete="username" defaultValue={ownWords[0]} hidden readOnly />
        <ShopNewPasswordField
          label={t('security.password.newPassword')}
          hint={short ? undefined : t('account.passwordHint')}
          name="new_password"
          required
          minLength={short ? 8 : 15}
          ownWords={ownWords}
          error={outcome === undefined || outcome === 'changed' ? undefined : texts[outcome]}
        />
        <Button type="submit" pending={pending}>
          {t('security.password.change')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}
