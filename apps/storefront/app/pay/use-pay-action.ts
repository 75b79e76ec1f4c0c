import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { useShellData } from '../layout/use-shell-data.ts'
import type { PayAnswer } from './pay-answer.ts'

/** Sends what a form brought to the page's action, and goes where that leads. */
export function usePayAction() {
  const fetcher = useFetcher<PayAnswer>()
  const csrf = useShellData()?.csrf_token ?? ''
  const answer = fetcher.data
  const go = answer !== undefined && 'go' in answer ? answer.go : null
  useEffect(() => {
    // A bank's page, or the shop's own: both as documents, for their own policies.
    if (go !== null) globalThis.location.assign(go)
  }, [go])
  return {
    busy: fetcher.state !== 'idle' || go !== null,
    problem: answer !== undefined && 'problem' in answer ? answer.problem : null,
    send: (fields: Readonly<Record<string, string>>) =>
      void fetcher.submit({ ...fields, _csrf: csrf }, { method: 'post' }),
  }
}
