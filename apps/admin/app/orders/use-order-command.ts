import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '@rampart/kit/toast.tsx'

/** A command that changes an order: afterwards everything that shows orders is asked for anew. */
export function useOrderCommand<T = void>(
  run: (input: T) => Promise<unknown>,
  done: string,
  onDone: () => void,
) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      toast({ title: done })
      onDone()
    },
    // A refused step means that the order is not what it was: ask again in any case.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['orders'] }),
        client.invalidateQueries({ queryKey: ['inventory'] }),
      ]),
  })
}
