import { useTranslation } from 'react-i18next'
import { useNavigation } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useEnvironment } from '../environment.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { SecuritySection } from '../security/security-section.tsx'
import { eraseWord } from './erase-word.ts'
import type { PrivacyAnswer } from './privacy-actions.ts'

/** Says what erasing means, and erases once a word was typed. */
export function EraseSection({ result }: { result: PrivacyAnswer['result'] | undefined }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { formData } = useNavigation()
  const word = eraseWord[locale]
  return (
    <SecuritySection id="erase" title={t('privacy.erase.title')} lead={t('privacy.erase.lead')}>
      <div className="max-w-prose space-y-2 text-sm">
        <p>{t('privacy.erase.goes')}</p>
        <p>{t('privacy.erase.stays')}</p>
        <p className="text-ink-muted">{t('privacy.erase.first')}</p>
      </div>
      {result === 'under_way' ? (
        <Notice tone="warning" title={t('privacy.erase.underWay')} className="mt-4">
          <p>{t('privacy.erase.underWayText')}</p>
          <KitLink href="/account/orders" className="underline">
            {t('privacy.erase.seeOrders')}
          </KitLink>
        </Notice>
      ) : null}
      <ShopForm className="mt-5 max-w-form space-y-4">
        <input type="hidden" name="intent" value="erase" />
        <TextField
          label={t('privacy.erase.typed', { word })}
          name="word"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          error={result === 'wrong_word' ? t('privacy.erase.wrongWord', { word }) : undefined}
        />
        <Button type="submit" className="text-danger!" pending={formData?.get('intent') === 'erase'}>
          {t('privacy.erase.button')}
        </Button>
      </ShopForm>
    </SecuritySection>
  )
}
