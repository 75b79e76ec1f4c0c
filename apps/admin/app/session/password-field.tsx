import { useTranslation } from 'react-i18next'
import { PasswordField as KitPasswordField } from '@rampart/kit/password-field.tsx'
import type { TextFieldProps } from '@rampart/kit/text-field.tsx'

/** A password field in the language of the page. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { i18n } = useTranslation()
  return <KitPasswordField {...props} language={i18n.language} />
}
