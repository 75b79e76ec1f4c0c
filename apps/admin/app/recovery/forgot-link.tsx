import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'

/** The way to a new password, below the form that asks for the old one. */
export function ForgotLink() {
  const { t } = useTranslation()
  return (
    <p className="text-control-sm">
      <KitLink href="/forgot-password" className="text-accent-text underline">
        {t('recovery.link')}
      </KitLink>
    </p>
  )
}
