import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPasswordField as KitField } from '@rampart/kit/new-password-field.tsx'

/** A field for a password that is chosen now, in the language of the page. */
export function NewPasswordField(props: Omit<ComponentProps<typeof KitField>, 'language'>) {
  const { i18n } = useTranslation()
  return <KitField {...props} language={i18n.language} />
}
