/** One difference between two snapshots. Breaking: a caller or subscriber of the older one may fail. */
export type Change = {
  readonly level: 'additive' | 'breaking'
  readonly where: string
  readonly what: string
}

/** Notes a difference. */
export type Add = (level: Change['level'], where: string, what: string) => void
