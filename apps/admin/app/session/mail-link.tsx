import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { toClientError } from '@rampart/client/client-error.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Entrance } from './entrance.tsx'

type Texts = 'unlock' | 'notMe'

/** The page behind a link in a mail: nothing happens before its button is pressed. */
export function MailLink({ texts, spend }: { texts: Texts; spend: (token: string) => Promise<unknown> }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const token = useTokenOnce()
  const press = useMutation({ meta: { signsIn: true }, mutationFn: () => spend(token ?? '') })
  const isOver = token === null || (press.isError && toClientError(press.error).status === 400)
  if (press.isSuccess || isOver) {
    const part = press.isSuccess ? 'done' : 'failed'
    return (
      <Entrance title={t(`mailLinks.${texts}.${part}Title`)} lead={t(`mailLinks.${texts}.${part}`)}>
        <LinkButton href="/sign-in" variant="primary" size="lg">
          {t('account.signIn')}
        </LinkButton>
      </Entrance>
    )
  }
  return (
    <Entrance title={t(`mailLinks.${texts}.title`)} lead={t(`mailLinks.${texts}.lead`)}>
      {press.isError ? <Notice tone="danger">{failureText(press.error)}</Notice> : null}
      <Button
        variant={texts === 'notMe' ? 'danger' : 'primary'}
        size="lg"
        block
        pending={press.isPending}
        onClick={() => press.mutate()}
      >
        {t(`mailLinks.${texts}.button`)}
      </Button>
    </Entrance>
  )
}

/** The token of the address, which it leaves at once, so that no history keeps it. */
function useTokenOnce(): string | null {
  const [params] = useSearchParams()
  const [token] = useState(() => params.get('token'))
  useEffect(() => {
    if (window.location.search !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return token
}
