import { useState } from 'react'
import { PasswordField } from './password-field.tsx'
import { PasswordStrength } from './password-strength.tsx'
import type { TextFieldProps } from './text-field.tsx'

/** A field for a password that is chosen now, with its strength below. Works in a plain form; script adds the rest. */
export function NewPasswordField({
  language,
  ownWords,
  minLength = 15,
  onChange,
  ...props
}: Omit<TextFieldProps, 'type' | 'minLength'> & {
  language: string
  ownWords?: readonly string[]
  minLength?: number
}) {
  const [typed, setTyped] = useState('')
  const password = typeof props.value === 'string' ? props.value : typed
  return (
    <div className="flex flex-col gap-2">
      <PasswordField
        {...props}
        language={language}
        autoComplete="new-password"
        minLength={minLength}
        maxLength={256}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange?.(event)
        }}
      />
      <PasswordStrength
        password={password}
        language={language}
        minLength={minLength}
        {...(ownWords === undefined ? {} : { ownWords })}
      />
    </div>
  )
}
