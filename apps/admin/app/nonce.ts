/** The server puts the nonce of each answer in its place; the built page is the same for everybody. */
export const NONCE = '__CSP_NONCE__'
