import type { en } from './en.ts'

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** What a language must bring: the same keys as English. */
export type Texts = Same<typeof en>
