import { z } from 'zod'

// The dictionaries of WebAuthn level 3, section 5.1 to 5.4, in the spelling of the standard: a browser's own
// `parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON` and `toJSON` read and write them.

function Bytes64(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/, 'Use base64url without padding.')
}

const CredentialId = Bytes64(1_400)
const Transports = z.array(z.string().max(32)).max(10)
const Hint = z.enum(['security-key', 'client-device', 'hybrid'])
const Descriptor = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()),
})

/** PublicKeyCredentialCreationOptionsJSON. */
export const CreationOptions = z.strictObject({
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
  /** Milliseconds. */
  timeout: z.int(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  hints: z.array(Hint),
  attestation: z.literal('none'),
  extensions: z.strictObject({ credProps: z.literal(true) }),
})

/** PublicKeyCredentialRequestOptionsJSON. */
export const RequestOptions = z.strictObject({
  challenge: z.string(),
  /** Milliseconds. */
  timeout: z.int(),
  rpId: z.string(),
  allowCredentials: z.array(Descriptor),
  userVerification: z.literal('required'),
  hints: z.array(Hint),
})

const common = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).default({}),
}

/** RegistrationResponseJSON. What the attestation says anyway is accepted beside it and not read. */
export const RegistrationResponse = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: Bytes64(4_000),
    attestationObject: Bytes64(16_000),
    authenticatorData: z.string().max(16_000).optional(),
    transports: Transports.optional(),
    publicKey: z.string().max(8_000).nullish(),
    publicKeyAlgorithm: z.int().optional(),
  }),
})

/** AuthenticationResponseJSON. */
export const AuthenticationResponse = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: Bytes64(4_000),
    authenticatorData: Bytes64(4_000),
    signature: Bytes64(4_000),
    userHandle: z.string().max(100).nullish(),
  }),
})
