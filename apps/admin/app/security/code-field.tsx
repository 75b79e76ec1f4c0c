import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'

/** Six digits, or in their place a backup code. */
export type TypedCode = { readonly kind: 'code' | 'backup_code'; readonly text: string }

/** The fields of an API call that carry a typed code. */
export function codeInput({ kind, text }: TypedCode): { code: string } | { backup_code: string } {
  return kind === 'code' ? { code: text } : { backup_code: text }
}

/** Where a code is typed in, with the way over to a backup code where the account has one. */
export function CodeField({
  value,
  onChange,
  backupCodes,
  error,
}: {
  value: TypedCode
  onChange: (value: TypedCode) => void
  backupCodes: boolean
  error?: string | undefined
}) {
  const { t } = useTranslation()
  const app = value.kind === 'code'
  return (
    <div className="flex flex-col items-start gap-2">
      <TextField
        key={value.kind}
        className="w-full"
        label={app ? t('security.factors.code') : t('security.factors.backupCode')}
        name={value.kind}
        autoComplete={app ? 'one-time-code' : 'off'}
        inputMode={app ? 'numeric' : 'text'}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={app ? 7 : 20}
        required
        autoFocus
        error={error}
        value={value.text}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      {backupCodes ? (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-3 text-accent-text!"
          onClick={() => onChange({ kind: app ? 'backup_code' : 'code', text: '' })}
        >
          {app ? t('security.factors.useBackupCode') : t('security.factors.useApp')}
        </Button>
      ) : null}
    </div>
  )
}
