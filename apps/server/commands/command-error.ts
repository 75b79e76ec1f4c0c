/** Something a person can put right: the command ends with this sentence and status 2. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CommandError'
  }
}
