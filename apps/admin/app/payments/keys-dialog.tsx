import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { useKeyHint } from './use-key-hint.ts'
import type { KeyName, Provider } from './providers-query.ts'

/** Takes a provider's keys. What is kept is not here to be shown: an empty field leaves it. */
export function KeysDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const keyHint = useKeyHint(provider.code)
  const [typed, setTyped] = useState<Partial<Record<KeyName, string>>>({})
  const [keepOld, setKeepOld] = useState(false)
  const keys = provider.keys ?? []
  const given = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  )
  const save = useMutation({
    mutationFn: () =>
      api.payments.setProviderKeys({ provider: provider.code, keys: given, keep_old_secret: keepOld }),
    onSuccess: ({ tried }) => {
      toast({ title: t(tried ? 'payments.saved' : 'payments.savedUntried') })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['payment-providers'] }),
  })
  const errors = fieldErrorsOf(save.error)
  const misplaced = errors.rest !== null && !keys.some(({ name }) => errors.below(`keys.${name}`))
  const hasOld = keys.some(({ name, ends }) => name === 'webhook_secret' && ends !== null)
  return (
    <FormDialog
      title={t('payments.dialogTitle', { name: t(`payments.names.${provider.code}`) })}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={Object.keys(given).length === 0}
      failure={misplaced ? failureText(save.error) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {keys.map(({ name, required, ends }, index) => (
        <TextField
          key={name}
          label={t(`payments.keyNames.${name}`)}
          hint={[keyHint(name), ends === null ? '' : t('payments.keepHint')].join(' ').trim()}
          {...(required ? {} : { optional: t('common.optional') })}
          type={name.endsWith('secret') || name === 'secret_key' ? 'password' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={index === 0}
          required={required && ends === null && name !== 'webhook_secret'}
          maxLength={255}
          value={typed[name] ?? ''}
          error={errors.at(`keys.${name}`, failureText)}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      ))}
      {hasOld && given['webhook_secret'] !== undefined ? (
        <Checkbox
          label={t('payments.keepOld')}
          hint={t('payments.keepOldHint')}
          checked={keepOld}
          onChange={(event) => setKeepOld(event.target.checked)}
        />
      ) : null}
    </FormDialog>
  )
}
