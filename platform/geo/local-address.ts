const LOCAL_V4 = /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./
const LOCAL_V6 = /^(?:::1$|f[cd]|fe[89ab])/i

/** Whether an address belongs to this machine or to a private network (RFC 1918, 3927, 4193, 4291): to no country. */
export function isLocalAddress(ip: string): boolean {
  const v4 = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return v4.includes(':') ? LOCAL_V6.test(v4) : LOCAL_V4.test(v4)
}
