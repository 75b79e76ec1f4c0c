import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { toClientError } from '@rampart/client/client-error.ts'
import { withChallenge } from '@rampart/client/with-challenge.ts'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { queryClient } from '../query-client.ts'
import { ForgotLink } from '../recovery/forgot-link.tsx'
import { ChallengeStatus } from '../session/challenge-status.tsx'
import { Entrance } from '../session/entrance.tsx'
import { localPath } from '../session/local-path.ts'
import { PasskeySignIn } from '../session/passkey-sign-in.tsx'
import { PasswordField } from '../session/password-field.tsx'
import { externalProblem } from '../session/external-problem.ts'
import { ProviderSignIn } from '../session/provider-sign-in.tsx'
import { SecondStep, type WaitingSignIn } from '../session/second-step.tsx'
import { nextInAddress, waitingInAddress } from '../session/waiting-in-address.ts'

export default function SignIn() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { state, hash } = useLocation() as {
    state: { ready?: boolean; reset?: boolean; email?: string } | null
    hash: string
  }
  const [email, setEmail] = useState(state?.email ?? '')
  const [password, setPassword] = useState('')
  const [checking, setChecking] = useState(false)
  const [waiting, setWaiting] = useState<WaitingSignIn | null>(() => waitingInAddress(hash))
  const [next] = useState(() => nextInAddress(hash) ?? params.get('next'))
  useEffect(() => {
    // It is read, and has no business in the history.
    if (hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [hash])
  const [ended, setEnded] = useState<unknown>(null)
  const failureText = useFailureText()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.identity.getSetup({}, { signal }),
  })

  const enter = async () => {
    queryClient.clear()
    await navigate(localPath(next), { replace: true })
  }
  const signIn = useMutation({
    meta: { signsIn: true },
    mutationFn: () =>
      withChallenge(
        (challenge) => api.identity.startStaffSession({ email: email.trim(), password, ...challenge }),
        setChecking,
      ),
    onSuccess: async (answer) => {
      if ('account' in answer) await enter()
      else setWaiting(answer)
    },
    onError: () => setPassword(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  if (waiting !== null) {
    const restart = (failure: unknown) => {
      setWaiting(null)
      setEnded(failure)
      setPassword('')
    }
    return <SecondStep waiting={waiting} onDone={enter} onRestart={restart} />
  }
  // A malformed address must look like a wrong one.
  const problem = externalProblem(params)
  const wrong = signIn.isError && [400, 401].includes(toClientError(signIn.error).status)
  return (
    <Entrance title={t('account.signIn')} lead={t('account.signInLead')}>
      {state?.ready ? <Notice tone="success">{t('account.setupReady')}</Notice> : null}
      {state?.reset ? <Notice tone="success">{t('recovery.done')}</Notice> : null}
      {setup.data?.needed ? (
        <Notice title={t('account.setupWaits')}>{t('account.setupWaitsText')}</Notice>
      ) : null}
      {ended === null ? null : <Notice tone="danger">{failureText(ended)}</Notice>}
      {problem && !signIn.isError ? (
        <Notice tone="danger">{t(`security.external.problem.${problem}`)}</Notice>
      ) : null}
      {signIn.isError ? (
        <Notice tone="danger">
          {wrong ? t('errors.IDENTITY_WRONG_CREDENTIALS') : failureText(signIn.error)}
        </Notice>
      ) : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          maxLength={254}
          autoFocus={email === ''}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('account.password')}
          name="password"
          autoComplete="current-password"
          required
          maxLength={256}
          autoFocus={email !== ''}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ChallengeStatus checking={checking} />
        <Button type="submit" variant="primary" size="lg" block pending={signIn.isPending}>
          {t('account.signIn')}
        </Button>
      </form>
      <ForgotLink />
      <PasskeySignIn onSignedIn={() => void enter()} />
      <ProviderSignIn next={localPath(next)} />
    </Entrance>
  )
}
