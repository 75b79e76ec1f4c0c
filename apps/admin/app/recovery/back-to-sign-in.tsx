import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'

/** The way back. */
export function BackToSignIn() {
  const { t } = useTranslation()
  return (
    <p className="text-control-sm">
      <KitLink href="/sign-in" className="text-accent-text underline">
        {t('recovery.back')}
      </KitLink>
    </p>
  )
}
