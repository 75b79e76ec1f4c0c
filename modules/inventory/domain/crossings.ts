/** A level as a change left it, and what was available before. */
export type Crossable = {
  readonly available: number
  readonly was: number
  readonly threshold: number
}

/** Whether the change took a level from above its threshold to it or below. */
export const becameLow = ({ available, was, threshold }: Crossable): boolean =>
  was > threshold && available <= threshold

/** Whether the change brought back something of which there was nothing. */
export const cameBack = ({ available, was }: Crossable): boolean => was <= 0 && available > 0
