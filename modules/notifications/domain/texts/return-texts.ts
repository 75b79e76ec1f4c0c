/** Steps of a return that a mail tells of. That it was paid back, the mail about the refund says. */
export const toldSteps = [
  'requested',
  'approved',
  'rejected',
  'received',
  'inspected',
  'closed',
  'cancelled',
] as const

export type ToldStep = (typeof toldSteps)[number]

type StepTexts = {
  readonly subject: (number: string) => string
  readonly title: string
  readonly news: (number: string, order: string) => string
  /** What happens next. */
  readonly next: string
}

/** What mails about returns say. */
export type ReturnTexts = {
  readonly viewReturn: string
  readonly printLabel: string
  /** Stands before what the shop wrote. */
  readonly word: string
  readonly steps: Readonly<Record<ToldStep, StepTexts>>
}
