import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Media } from '@rampart/contracts/media.ts'
import type { InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Settings } from '@rampart/platform/config/settings.ts'
import type { CustomerPrincipal, Principal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { mediaModule } from '../module.ts'

export const staff: StaffPrincipal = {
  kind: 'staff',
  id: '0198a000-0000-7000-8000-000000000001',
  session_id: '0198a000-0000-7000-8000-000000000002',
  role: 'owner',
  permissions: ['media:write', 'media:read'],
}

/** A customer with nothing here yet. */
export const customer = (): CustomerPrincipal => ({
  kind: 'customer',
  id: newId(),
  session_id: newId(),
  guest_token: null,
})

/** A member of staff who is held to their own. */
export const seller = (): StaffPrincipal => ({
  ...staff,
  id: newId(),
  role: 'seller',
  permissions: ['media:own', 'media:read'],
})

/** The module with a database and a data folder of its own. */
export async function openDarkroom(settings: Partial<Settings> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'rampart-media-'))
  const room = await testModule(mediaModule, { settings: { data_dir: dataDir, ...settings } })
  return {
    ...room,
    dataDir,
    upload: (
      bytes: Uint8Array,
      principal: Principal = staff,
      more: Partial<InputOf<Media, 'uploadFile'>> = {},
    ): Promise<OutputOf<Media, 'uploadFile'>> =>
      room.call(
        'uploadFile',
        { file: { filename: 'a.jpg', bytes: new Uint8Array(bytes) }, alt: 'A thing', ...more },
        { principal },
      ),
    importFile: (input: InputOf<Media, 'importPicture'>): Promise<OutputOf<Media, 'importPicture'>> =>
      room.call('importPicture', input, { caller: 'cli' }),
    rendition: (
      picture_id: string,
      width: number,
      format: 'webp' | 'avif' = 'webp',
    ): Promise<OutputOf<Media, 'getRendition'>> => room.call('getRendition', { picture_id, width, format }),
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

/** A small PDF document of one empty page. */
export function documentOf(extra = ''): Buffer {
  const objects = [
    `1 0 obj << /Type /Catalog /Pages 2 0 R ${extra} >> endobj`,
    '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj',
  ]
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}
