import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { RadioCards } from '@rampart/kit/radio-cards.tsx'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'
import { appDraft, type AppDraft, linesOf, readApp, scopeNames, scopeTexts } from './app-draft.ts'
import type { App, AppKind } from './apps-query.ts'

const kinds: readonly AppKind[] = ['web', 'spa', 'native']

/** Registers an app, or changes one. `onSecret` is told the secret of a new one. */
export function AppDialog({
  app,
  onSecret,
  onClose,
}: {
  app: App | null
  onSecret: (name: string, secret: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const [draft, setDraft] = useState(() => appDraft(app))
  const set = (part: Partial<AppDraft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    mutationFn: async () => {
      if (app !== null) {
        await api.oauth.updateClient({ client_id: app.client_id, ...readApp(draft) })
        return null
      }
      return (await api.oauth.createClient({ kind: draft.kind, ...readApp(draft) })).client_secret
    },
    onSuccess: (secret) => {
      toast({ title: t(app === null ? 'apps.added' : 'apps.saved') })
      if (secret === null) onClose()
      else onSecret(draft.name.trim(), secret)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['apps'] }),
  })
  const errors = fieldErrorsOf(save.error, { OAUTH_BAD_REDIRECT_URI: '' })
  const badAddress = (field: 'redirect_uris' | 'post_logout_redirect_uris', text: string) => {
    const address = linesOf(text).find((_line, index) => errors.below(`${field}.${String(index)}`))
    return address === undefined ? undefined : t('apps.badAddress', { address })
  }
  return (
    <FormDialog
      title={t(app === null ? 'apps.newTitle' : 'apps.editTitle')}
      submitLabel={t('common.save')}
      pending={save.isPending}
      disabled={draft.scopes.length === 0}
      failure={errors.rest ? failureText(errors.rest) : null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('apps.name')}
        hint={t('apps.nameHint')}
        required
        maxLength={80}
        autoFocus
        value={draft.name}
        error={errors.at('name', failureText)}
        onChange={(event) => set({ name: event.target.value })}
      />
      {app === null ? (
        <RadioCards
          legend={t('apps.kind')}
          name="kind"
          defaultValue={draft.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`apps.kinds.${kind}`),
            hint: t(`apps.kindHints.${kind}`),
          }))}
          onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'web' })}
        />
      ) : null}
      <TextArea
        label={t('apps.redirects')}
        hint={t('apps.redirectsHint')}
        required
        rows={3}
        maxLength={8_000}
        spellCheck={false}
        value={draft.redirects}
        error={badAddress('redirect_uris', draft.redirects)}
        onChange={(event) => set({ redirects: event.target.value })}
      />
      <TextArea
        label={t('apps.logouts')}
        optional={t('common.optional')}
        rows={2}
        maxLength={8_000}
        spellCheck={false}
        value={draft.logouts}
        error={badAddress('post_logout_redirect_uris', draft.logouts)}
        onChange={(event) => set({ logouts: event.target.value })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-control-sm font-medium">{t('apps.scopes')}</legend>
        {scopeNames.map((scope) => (
          <Checkbox
            key={scope}
            label={t(scopeTexts[scope])}
            checked={draft.scopes.includes(scope)}
            onChange={(event) =>
              set({
                scopes: event.target.checked
                  ? [...draft.scopes, scope]
                  : draft.scopes.filter((known) => known !== scope),
              })
            }
          />
        ))}
      </fieldset>
    </FormDialog>
  )
}
