import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'

/** The token of a mailed link; null where it is missing. It leaves the address at once, so that no history keeps it. */
export function useLinkToken(): string | null {
  const [params] = useSearchParams()
  const [token] = useState(() => params.get('token'))
  useEffect(() => {
    if (window.location.search !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return token
}
