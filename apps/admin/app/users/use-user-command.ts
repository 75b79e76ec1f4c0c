import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '@rampart/kit/toast.tsx'

/** A command about an account: afterwards everything that shows accounts is asked for anew. */
export function useUserCommand<T = void>(
  run: (input: T) => Promise<unknown>,
  done: string,
  onDone: () => void = () => undefined,
) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      toast({ title: done })
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['users'] }),
  })
}
