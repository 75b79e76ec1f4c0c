import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type Answer } from '../api.ts'
import { fieldErrorsOf } from '../form/field-errors.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useMe } from '../session/use-me.ts'

const changeQuery = queryOptions({
  queryKey: ['email-change'],
  queryFn: ({ signal }) => api.identity.getEmailChange({}, { signal }),
})

type Change = NonNullable<Answer<'identity', 'getEmailChange'>['change']>

/** The address that one signs in with, and the way to another one. */
export function EmailCard() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const [email, setEmail] = useState('')
  const change = useQuery(changeQuery).data?.change ?? null
  const ask = useMutation({
    mutationFn: () => api.identity.requestEmailChange({ new_email: email.trim() }),
    onSuccess: () => {
      setEmail('')
      toast({ title: t('recovery.profile.emailSent') })
      return client.invalidateQueries({ queryKey: changeQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  const errors = fieldErrorsOf(ask.error, { IDENTITY_EMAIL_DOMAIN_REFUSED: 'new_email' })
  const ofAddress = errors.at('new_email', failureText)
  return (
    <Card title={t('recovery.profile.email')}>
      <p className="mb-4 text-control-sm wrap-anywhere text-ink-muted">
        {t('recovery.profile.emailNow', { email: me.email })}
      </p>
      {change === null ? null : (
        <div className="mb-4">
          <Notice>
            <Waiting change={change} />
          </Notice>
        </div>
      )}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('recovery.profile.emailNew')}
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          className="min-w-56 flex-1"
          value={email}
          error={ofAddress ?? (ask.isError ? failureText(ask.error) : undefined)}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" pending={ask.isPending} disabled={email.trim() === ''}>
          {t('recovery.profile.emailAsk')}
        </Button>
      </form>
    </Card>
  )
}

function Waiting({ change }: { change: Change }) {
  const { t } = useTranslation()
  const email = change.new_email
  if (change.confirmed_by_new) return t('recovery.profile.waitingOld', { email })
  return change.confirmed_by_old
    ? t('recovery.profile.waitingNew', { email })
    : t('recovery.profile.waitingBoth', { email })
}
