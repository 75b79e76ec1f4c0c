import { BlockList, isIP, isIPv6 } from 'node:net'

/** Whether an address lies in one of the networks, in CIDR notation. No networks: any address does. */
export function isWithin(networks: readonly string[], ip: string | null): boolean {
  if (networks.length === 0) return true
  if (ip === null || isIP(ip) === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}
