import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Media } from '@rampart/contracts/media.ts'
import type { InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { mediaModule } from '../module.ts'

export const staff: StaffPrincipal = {
  kind: 'staff',
  id: '0198a000-0000-7000-8000-000000000001',
  session_id: '0198a000-0000-7000-8000-000000000002',
  role: 'owner',
  permissions: ['media:write'],
}

/** The module with a database and a data folder of its own. */
export async function openDarkroom() {
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-media-'))
  const room = await testModule(mediaModule, { settings: { data_dir: dataDir } })
  return {
    ...room,
    dataDir,
    upload: (bytes: Uint8Array, principal: Principal = staff): Promise<OutputOf<Media, 'uploadPicture'>> =>
      room.call(
        'uploadPicture',
        { file: { filename: 'a.jpg', bytes: new Uint8Array(bytes) }, alt: 'A thing' },
        { principal },
      ),
    importFile: (input: InputOf<Media, 'importPicture'>): Promise<OutputOf<Media, 'importPicture'>> =>
      room.call('importPicture', input, { caller: 'cli' }),
    rendition: (picture_id: string, width: number): Promise<OutputOf<Media, 'getRendition'>> =>
      room.call('getRendition', { picture_id, width }),
    async close() {
      await room.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type Darkroom = Awaited<ReturnType<typeof openDarkroom>>

/** A plain picture to be encoded. */
export function canvas(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#a04030' } })
}
