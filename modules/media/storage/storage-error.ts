/** The storage did not do what it was asked to. The message says what and why, without addresses and keys. */
export class StorageError extends Error {
  readonly code: string
  /** Whether trying again later makes no sense. */
  readonly lasting: boolean

  constructor(doing: string, code: string, lasting: boolean) {
    super(`The storage of files could not ${doing}: ${code}.`)
    this.name = 'StorageError'
    this.code = code
    this.lasting = lasting
  }
}
