import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '@rampart/kit/notice.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'

// The second time only helps where reCAPTCHA went out of reach in between.
const MAX_TRIES = 2

type Outcome = { readonly demand: object; readonly how: 'ready' | 'failed' }

/**
 * Stands in a form whose action may ask for a challenge. `demand` is the action's answer while it asks, else nothing:
 * the challenge is solved behind the page and the form sent again with what its fields still hold.
 */
export function ChallengeStep({ demand }: { demand: object | null | undefined }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const tries = useRef(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  useEffect(() => {
    const input = field.current
    if (!input) return
    input.value = ''
    if (!demand) {
      tries.current = 0
      return
    }
    let left = false
    const end = (how: Outcome['how']) => {
      if (!left) setOutcome({ demand, how })
    }
    tries.current += 1
    const work = tries.current > MAX_TRIES ? Promise.reject(new Error('Asked too often.')) : solve()
    work.then(
      (response) => {
        if (left) return
        input.value = response
        // After a whole new page the password is gone: it has to be typed again.
        if (input.form?.checkValidity()) input.form.requestSubmit()
        else end('ready')
      },
      () => end('failed'),
    )
    return () => {
      left = true
    }
  }, [demand])

  const state = !demand ? 'idle' : outcome?.demand === demand ? outcome.how : 'checking'
  return (
    <>
      <input ref={field} type="hidden" name="challenge_response" />
      <div role="status">
        {state === 'checking' ? (
          <p className="flex items-center gap-2 text-sm text-ink-muted">
            <Spinner />
            {t('challenge.checking')}
          </p>
        ) : null}
        {state === 'ready' ? <p className="text-sm text-ink-muted">{t('challenge.ready')}</p> : null}
      </div>
      {state === 'failed' ? <Notice tone="danger">{t('challenge.failed')}</Notice> : null}
      {demand ? (
        <noscript>
          <Notice tone="warning" title={t('challenge.noScriptTitle')}>
            <p>{t('challenge.noScript')}</p>
          </Notice>
        </noscript>
      ) : null}
    </>
  )
}

async function solve(): Promise<string> {
  const { solveChallenge } = await import('@rampart/client/solve-challenge.ts')
  return (await solveChallenge()).response
}
