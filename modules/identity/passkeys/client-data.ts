import { z } from 'zod'

const ClientData = z.object({
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  // A page within a page of somebody else's shop is none of ours.
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.never().optional(),
})

/** The challenge that a browser says it answers; null where its report is no such, or comes out of a frame. */
export function challengeIn(clientDataJson: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'))
    return ClientData.safeParse(read).data?.challenge ?? null
  } catch {
    return null
  }
}
