import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '@rampart/kit/toast.tsx'

/** A command about stock: what lists show is fetched anew, and its success is said. */
export function useStockCommand<T>(call: () => Promise<T>, said: string, onDone: (answer: T) => void) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: call,
    onSuccess: (answer) => {
      toast({ title: said })
      onDone(answer)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inventory'] }),
  })
}
