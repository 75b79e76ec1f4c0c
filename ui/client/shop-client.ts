export { publicClient as shopClient, type PublicClient as ShopClient } from './public-client.ts'
