import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { SelectField } from '@rampart/kit/select-field.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { localeNames, locales } from '../i18n/locale.ts'
import { SecuritySection } from '../security/security-section.tsx'
import type { ProfileOutcome } from './profile-actions.ts'
import type { OwnProfile } from './types.ts'

/** Name, user name, date of birth and language. */
export function DetailsSection({ me, outcome }: { me: OwnProfile; outcome: ProfileOutcome | undefined }) {
  const { t } = useTranslation()
  const { state, formData } = useNavigation()
  const pending = state === 'submitting' && formData?.get('intent') === 'details'
  const ofName =
    outcome === 'usernameTaken' || outcome === 'usernameInvalid' ? t(`profile.${outcome}`) : undefined
  const hint = me.date_of_birth_hint
  return (
    <SecuritySection id="details" title={t('account.details')} lead={t('profile.lead')}>
      {outcome === 'saved' ? (
        <div className="mb-4">
          <Notice tone="success">{t('profile.saved')}</Notice>
        </div>
      ) : null}
      {outcome === 'refused' ? (
        <div className="mb-4">
          <Notice tone="danger">{t('profile.refused')}</Notice>
        </div>
      ) : null}
      <ShopForm className="max-w-form space-y-4">
        <input type="hidden" name="intent" value="details" />
        <TextField
          label={t('account.fullName')}
          name="full_name"
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={me.full_name}
        />
        <TextField
          label={t('profile.username')}
          optional={t('profile.optional')}
          hint={t('profile.usernameHint')}
          name="username"
          autoComplete="nickname"
          autoCapitalize="none"
          spellCheck={false}
          minLength={3}
          maxLength={32}
          defaultValue={me.username ?? ''}
          error={ofName}
        />
        <TextField
          label={t('profile.birthDate')}
          optional={t('profile.optional')}
          hint={hint === null ? undefined : t('profile.birthDateKnown', { hint })}
          type="date"
          name="date_of_birth"
          autoComplete="bday"
        />
        {hint === null ? null : (
          <>
            <input type="hidden" name="has_birth_date" value="1" />
            <Checkbox
              name="birth_date_check"
              value="1"
              defaultChecked={me.birth_date_check}
              label={t('profile.birthDateCheck')}
            />
          </>
        )}
        <SelectField
          label={t('profile.language')}
          hint={t('profile.languageHint')}
          name="language"
          autoComplete="language"
          defaultValue={me.language}
        >
          {locales.map((code) => (
            <option key={code} value={code} lang={code}>
              {localeNames[code]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" variant="primary" pending={pending}>
          {t('profile.save')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}
