import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useToast } from '@rampart/kit/toast.tsx'

/** A command about a proposal. What is carried out may change anything, so everything is asked for anew. */
export function useApprovalCommand(
  run: () => Promise<unknown>,
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
    onSettled: () => client.invalidateQueries(),
  })
}
