/** A flag that one waits for and others raise. Raised while nobody waits, it ends the next wait at once. */
export type Signal = {
  raise(): void
  /** Answers whether it was raised, rather than the time being over. */
  wait(ms: number): Promise<boolean>
}

/** A flag that is down. */
export function signal(): Signal {
  let raised = false
  let release: ((raised: boolean) => void) | undefined
  return {
    raise() {
      raised = true
      release?.(true)
    },
    async wait(ms) {
      if (!raised) {
        await new Promise<boolean>((resolve) => {
          const timer = setTimeout(resolve, ms, false)
          release = () => {
            clearTimeout(timer)
            resolve(true)
          }
        })
        release = undefined
      }
      const answer = raised
      raised = false
      return answer
    },
  }
}
