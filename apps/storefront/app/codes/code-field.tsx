import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'

/**
 * Where a coupon or a gift card is entered, as a part of the form it stands in. `failed`: the API's code for why the last
 * one was refused.
 */
export function CodeField({
  failed,
  typed,
}: {
  failed?: string | null | undefined
  typed?: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <details className="group mt-4 border-t border-line pt-4" open={failed != null}>
      <summary className="cursor-pointer text-sm underlined group-open:mb-3">{t('codes.open')}</summary>
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={t('codes.label')}
          name="code"
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={failed ? typed : ''}
          error={failed ? failureText() : undefined}
        />
        <Button
          type="submit"
          name="intent"
          value="code"
          formNoValidate
          className={failed ? 'mt-7 self-start' : ''}
        >
          {t('codes.add')}
        </Button>
      </div>
    </details>
  )

  function failureText(): string {
    const key = `codes.failed.${String(failed)}` as 'codes.failed.other'
    return t(key, { defaultValue: t('codes.failed.other') })
  }
}
