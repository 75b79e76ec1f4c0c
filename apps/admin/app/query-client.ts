import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { toClientError } from '@rampart/client/client-error.ts'
import { announceSessionEnd } from './session/session-end.ts'

/** That the session is over may be the answer to anything. Other refusals of that status are about what was sent. */
function watchSession(error: unknown) {
  if (toClientError(error).code === 'UNAUTHENTICATED') announceSessionEnd()
}

function isPassing(error: unknown) {
  const { status } = toClientError(error)
  return status >= 500 && status !== 501
}

/** Holds what the server answered. Reads are tried again when the server stumbles; commands never are. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchSession }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      // Signing in answers 401 for wrong words; there is no session to end.
      if (mutation.meta?.['signsIn'] !== true) watchSession(error)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    // Offline, a command fails at once: a refund that runs an hour later is worse than one that failed.
    mutations: { networkMode: 'always' },
  },
})
