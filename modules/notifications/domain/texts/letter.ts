import type { AccountFacts, AccountTemplate } from '../account-facts.ts'

/** What a mail about an account says, in the order in which it is read. */
export type Letter = {
  readonly subject: string
  /** The line that mail programs show beside the subject. Never the code. */
  readonly preview: string
  readonly title: string
  /** Paragraphs. */
  readonly opening: readonly string[]
  /** Labelled facts, such as which device it was. */
  readonly facts?: readonly (readonly [label: string, value: string])[]
  /** What the button says; left out where there is no link. */
  readonly action?: string
  /** How long the link or the code is good for. */
  readonly lifetime?: string
  /** Paragraphs after the button or the code. */
  readonly closing?: readonly string[]
  /** Why the reader got it. */
  readonly reason: string
}

/** What mails about accounts say. */
export type AccountTexts = {
  readonly [K in AccountTemplate]: (shop: string, facts: AccountFacts[K]) => Letter
}
