import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './icon-button.tsx'
import { wordsIn } from './password-words.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import { useHydrated } from './use-hydrated.ts'

/** A password with a button that shows it: long passwords are typed right more often when they can be read. */
export function PasswordField({ language, ...props }: Omit<TextFieldProps, 'type'> & { language: string }) {
  const words = wordsIn(language)
  const [shown, setShown] = useState(false)
  const hydrated = useHydrated()
  return (
    <div className="relative">
      <TextField
        {...props}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      {hydrated ? (
        <IconButton
          type="button"
          icon={shown ? EyeOff : Eye}
          label={shown ? words.hide : words.show}
          aria-pressed={shown}
          size="sm"
          className="absolute! -top-1 right-0 min-h-6! text-ink-subtle"
          onClick={() => setShown(!shown)}
        />
      ) : null}
    </div>
  )
}
