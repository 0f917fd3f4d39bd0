import { fromBase64url } from '~/ballot-box/bytes'
import { type DrawingRequest, drawToken } from '~/ballot-box/drawing.client'
import type { TokenRecord, TokenStore } from '~/ballot-box/token-store.client'
import type { SeenLedger } from '~/ledger/round-proof'
import type { Round } from './paper-round'
import { RoundLedger } from './round-ledger'

export type Sent = { address: string; options: RequestInit }
export type Reply = (sent: Sent) => Response | Promise<Response>

/** The blinded value that a device sent. */
export const blindedOf = ({ options }: Sent) => fromBase64url(JSON.parse(String(options.body)).blinded)

/** A browser with an empty store, a server that answers as told, and everything that was sent. */
export function deviceOf(of: Pick<Round, 'manifest' | 'bytes' | 'sha256'>, issue: Reply) {
  const sent: Sent[] = []
  const server = { issue, proof: JSON.stringify(new RoundLedger().enter(of).more(3).proof()) }
  const fetch = async (address: string, options: RequestInit) => {
    sent.push({ address, options })
    if (address.endsWith('/manifest.json')) return new Response(of.bytes)
    return address.startsWith('/ledger/') ? new Response(server.proof) : server.issue({ address, options })
  }
  const request = {
    round: 'R1',
    unit: 'U1',
    holder: 'anna',
    manifestSha256: of.sha256,
    store: memoryStore(),
    fetch: fetch as typeof globalThis.fetch,
  }
  const asked = () => sent.filter(({ options }) => options.method === 'POST')
  return {
    request,
    sent,
    asked,
    server,
    draw: (change: Partial<DrawingRequest> = {}) => drawToken({ ...request, ...change }),
  }
}

/** A token store in memory that behaves like the one in the browser. */
export function memoryStore(): TokenStore & { tokens: Map<string, TokenRecord> } {
  const tokens = new Map<string, TokenRecord>()
  const receipts = new Map<string, { round: string; receipt: string }>()
  let ledger: SeenLedger | undefined
  return {
    tokens,
    get: async round => tokens.get(round),
    receipt: async round => receipts.get(round),
    delete: async round => void tokens.delete(round),
    put: async record => void (tokens.has(record.round) && tokens.set(record.round, record)),
    keepFirst: async record => {
      if (!tokens.has(record.round) && !receipts.has(record.round)) tokens.set(record.round, record)
      return tokens.get(record.round)
    },
    seenLedger: async () => ledger,
    rememberLedger: async seen => {
      ledger = seen
    },
    spend: async receipt => {
      receipts.set(receipt.round, receipt)
      tokens.delete(receipt.round)
    },
  }
}
