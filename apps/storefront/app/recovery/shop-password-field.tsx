import { useTranslation } from 'react-i18next'
import { NewPasswordField } from '@rampart/kit/new-password-field.tsx'
import { PasswordField } from '@rampart/kit/password-field.tsx'
import type { ComponentProps } from 'react'

/** A field for a password that is chosen now, in the language of the page. */
export function ShopNewPasswordField(props: Omit<ComponentProps<typeof NewPasswordField>, 'language'>) {
  const { i18n } = useTranslation()
  return <NewPasswordField {...props} language={i18n.language} />
}

/** A field for a password that is known, in the language of the page. */
export function ShopPasswordField(props: Omit<ComponentProps<typeof PasswordField>, 'language'>) {
  const { i18n } = useTranslation()
  return <PasswordField {...props} language={i18n.language} />
}
