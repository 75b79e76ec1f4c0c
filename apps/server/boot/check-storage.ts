import { media } from '@rampart/contracts/media.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Runtime } from './runtime.ts'
import { StartError } from './start-error.ts'

const TRIAL_MS = 60_000

/** What was found about where files are kept. `bad` keeps a shop from starting: it would not get better by itself. */
export type StorageFinding = { readonly level: 'ok' | 'warn' | 'bad'; readonly text: string }

/** Writes a file where files are kept, and says in a sentence how that went. */
export async function lookAtStorage(
  { assembly }: Pick<Runtime, 'assembly'>,
  caller: 'server' | 'cli',
): Promise<StorageFinding> {
  const pictures = client(media, assembly.linkTo('media'), caller)
  const { kind, place, problem } = await pictures.checkStorage(backgroundContext(newId(), TRIAL_MS), {})
  const where = kind === 's3' ? `the bucket of S3_URL (${place})` : place
  switch (problem?.kind) {
    case undefined:
      return { level: 'ok', text: `Files are kept in ${where}.` }
    case 'exposed':
      return {
        level: 'bad',
        text: `Everybody can read ${where} without a key. Take the public access off that bucket.`,
      }
    case 'unreachable':
      return {
        level: 'warn',
        text: `Files cannot be kept in ${where} at the moment: ${problem.code}. Uploads are refused until they can.`,
      }
    case 'refused':
      return {
        level: 'bad',
        text: `Files cannot be kept in ${where}: ${problem.code}. ${
          kind === 's3'
            ? 'Look at the keys, the bucket and its permissions: it takes GetObject, PutObject, DeleteObject and ListBucket.'
            : 'Look at who owns DATA_DIR.'
        }`,
      }
  }
}

/** Says where files are kept. @throws StartError where they cannot be, or would lie open */
export async function assertStorage(runtime: Pick<Runtime, 'assembly' | 'log'>): Promise<void> {
  const { level, text } = await lookAtStorage(runtime, 'server')
  if (level === 'bad') throw new StartError(text)
  if (level === 'warn') runtime.log.warn(text)
  else runtime.log.info(text)
}
