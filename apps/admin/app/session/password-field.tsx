import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { TextField, type TextFieldProps } from '@rampart/kit/text-field.tsx'

/** A password with a button that shows it: long passwords are typed right more often when they can be read. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextField
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={shown ? t('account.hidePassword') : t('account.showPassword')}
        aria-pressed={shown}
        size="sm"
        className="absolute! top-0 right-0 min-h-6! text-ink-subtle"
        onClick={() => setShown(!shown)}
      />
    </div>
  )
}
