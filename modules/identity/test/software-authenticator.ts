import { createHash, generateKeyPairSync, randomBytes, sign as signBytes } from 'node:crypto'

// An authenticator made of node:crypto: it makes and proves discoverable credentials with the bytes of WebAuthn level 3
// (section 6), and lies wherever a test tells it to.

type Lies = {
  readonly origin?: string
  readonly rpId?: string
  readonly userVerified?: boolean
  readonly userPresent?: boolean
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly counter?: number
  readonly userHandle?: string | null
  readonly format?: string
  readonly credentialId?: Buffer
  /** Signs with another key than the one that was registered. */
  readonly otherKey?: boolean
}

export type CreationOptions = {
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
  readonly challenge: string
}
export type RequestOptions = { readonly rpId: string; readonly challenge: string }

const UP = 0x01
const UV = 0x04
const BE = 0x08
const BS = 0x10
const AT = 0x40

/** A new authenticator with room for one credential. */
export function softwareAuthenticator(origin = 'http://localhost:8000') {
  const id = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  let counter = 0
  let userHandle: string | null = null

  const clientData = (type: string, challenge: string, lies: Lies): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    )

  const authenticatorData = (rpId: string, lies: Lies, attested?: Buffer): Buffer => {
    const flags =
      (lies.userPresent === false ? 0 : UP) |
      (lies.userVerified === false ? 0 : UV) |
      BE |
      BS |
      (attested === undefined ? 0 : AT)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.counter ?? counter)
    return Buffer.concat([
      createHash('sha256')
        .update(lies.rpId ?? rpId)
        .digest(),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ])
  }

  return {
    id: id.toString('base64url'),
    /** Whose credential it holds, as it was told when it made it. */
    handle: () => userHandle,
    /** RegistrationResponseJSON. */
    register(options: CreationOptions, lies: Lies = {}) {
      userHandle = options.user.id
      const credentialId = lies.credentialId ?? id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const key = coseKey(publicKey.export({ format: 'jwk' }) as { x: string; y: string })
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key])
      const authData = authenticatorData(options.rp.id, lies, attested)
      const attestation = map([
        [text('fmt'), text(lies.format ?? 'none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)],
      ])
      return {
        id: credentialId.toString('base64url'),
        rawId: credentialId.toString('base64url'),
        type: 'public-key' as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, lies).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal', 'hybrid', 'made-up'],
        },
      }
    },
    /** AuthenticationResponseJSON. The counter goes up with each. */
    prove(options: RequestOptions, lies: Lies = {}) {
      counter += 1
      const data = authenticatorData(options.rpId, lies)
      const client = clientData('webauthn.get', options.challenge, lies)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const credentialId = (lies.credentialId ?? id).toString('base64url')
      const handle = lies.userHandle === undefined ? userHandle : lies.userHandle
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key' as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signBytes('sha256', signed, lies.otherKey === true ? stranger : privateKey).toString(
            'base64url',
          ),
          ...(handle === null ? {} : { userHandle: handle }),
        },
      }
    },
  }
}

/** COSE_Key of an ES256 key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey({ x, y }: { x: string; y: string }): Buffer {
  return map([
    [Buffer.from([0x01]), Buffer.from([0x02])],
    [Buffer.from([0x03]), Buffer.from([0x26])],
    [Buffer.from([0x20]), Buffer.from([0x01])],
    [Buffer.from([0x21]), bytes(Buffer.from(x, 'base64url'))],
    [Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))],
  ])
}

// CBOR (RFC 8949), as little of it as attestations need.
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([head(2, content.length), content])
}

function text(content: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(content)), Buffer.from(content)])
}

function map(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()])
}
