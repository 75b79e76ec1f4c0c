/** The shop could not start; the message is a sentence for whoever started it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartError'
  }
}

/** What went wrong while starting to serve, in a sentence. */
export function startFailure(error: unknown, port: number, host: string): string {
  switch ((error as { code?: unknown }).code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is taken by another program. Stop it, or choose another with PORT.`
    case 'EACCES':
      return `Port ${String(port)} may not be used by this user. Choose one above 1023 with PORT.`
    case 'EADDRNOTAVAIL':
      return `HOST ${host} is not an address of this machine.`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
