import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type ReceivedMail = {
  readonly subject: string
  /** The plain text part, decoded. */
  readonly text: string
  /** The addresses in the text, in order. */
  readonly links: readonly string[]
}

/**
 * Waits for the mail of a kind to an address, as the shop writes it to DATA_DIR/mail.
 * @param template the kind, as in the file's name: `order-confirmation`
 * @throws when none comes within 30 seconds
 */
export async function receiveMail(dataDir: string, template: string, to: string): Promise<ReceivedMail> {
  const folder = join(dataDir, 'mail')
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    const names = await readdir(folder).catch((): string[] => [])
    for (const name of names.filter((each) => each.includes(`-${template}-`) && each.endsWith('.eml'))) {
      const raw = await readFile(join(folder, name), 'utf8')
      if (headerOf(raw, 'To') === to) return readMail(raw)
    }
  }
  throw new Error(`No ${template} came for ${to}.`)
}

function readMail(raw: string): ReceivedMail {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1]
  const parts = boundary === undefined ? [] : raw.split(`--${boundary}`)
  const plain = parts.find((part) => headerOf(part.trimStart(), 'Content-Type')?.startsWith('text/plain'))
  if (plain === undefined) throw new Error('The mail has no plain text.')
  const body = plain.slice(plain.indexOf('\r\n\r\n') + 4)
  const quoted = headerOf(plain.trimStart(), 'Content-Transfer-Encoding') === 'quoted-printable'
  const text = quoted ? decodeQuotedPrintable(body) : body
  return { subject: headerOf(raw, 'Subject') ?? '', text, links: text.match(/https?:\/\/\S+/g) ?? [] }
}

/** A header of a mail or of a part, unfolded. */
function headerOf(text: string, name: string): string | undefined {
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll(/[ \t]*=\r?\n/g, (soft) => soft.replace(/=\r?\n$/, ''))
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
