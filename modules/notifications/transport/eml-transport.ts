import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Settings } from '@rampart/platform/config/settings.ts'
import { closedDoors, mailFields } from './mail-fields.ts'
import type { MailTransport, OutgoingMail } from './mail-transport.ts'

/**
 * Writes mails as `.eml` files into `DATA_DIR/mail`, for shops without a mail server. A file appears whole or not
 * at all, and the same mail written again takes the place of the first.
 */
export function emlTransport(settings: Settings): MailTransport {
  const folder = join(settings.data_dir, 'mail')
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...closedDoors,
  })
  return {
    // Short, because two who write the same mail do no harm.
    claimSeconds: 5,
    async send(mail) {
      const { message } = await transport.sendMail(mailFields(settings, mail))
      if (!Buffer.isBuffer(message)) throw new Error('The mail was not written to memory.')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(folder, fileName(mail), message)
    },
  }
}

function fileName({ id, template, created_at }: OutgoingMail): string {
  const time = created_at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')
  return `${time}-${template}-${id}.eml`
}

async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const draft = join(folder, `.${name}.${process.pid}.tmp`)
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(folder, name))
  } finally {
    await rm(draft, { force: true })
  }
}
