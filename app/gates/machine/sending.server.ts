import { lookup } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { mayTell, type Whereabouts } from './telling'

/** Milliseconds a listener has to answer. */
const patience = 10_000

const listOf = (...subnets: string[]) => {
  const list = new BlockList()
  for (const [net, bits] of subnets.map(one => one.split('/'))) list.addSubnet(net!, Number(bits), familyOf(net!))
  return list
}
const familyOf = (ip: string) => (isIP(ip) === 6 ? 'ipv6' : 'ipv4')

/** Where clouds tell their machines secrets, and what is no single machine. @source RFC 6890; the metadata services of AWS, Azure, Oracle and Alibaba */
const forbidden = listOf(
  ...['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32', '100.100.100.200/32'],
  ...['192.0.0.0/24', '::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32', '64:ff9b::/96', '2002::/16'],
)
const here = listOf('127.0.0.0/8', '::1/128')
const inside = listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7')

/** Says where an address leads as far as it tells by itself; nothing for a name, which can lead anywhere. */
export function whereabouts(host: string): Whereabouts | undefined {
  if (/(^|\.)localhost\.?$/i.test(host)) return 'here'
  const ip = host.replace(/^\[|\]$/g, '')
  if (!isIP(ip)) return undefined
  const has = (list: BlockList) => list.check(ip, familyOf(ip))
  if (has(forbidden)) return 'forbidden'
  if (has(here)) return 'here'
  return has(inside) ? 'private' : 'public'
}

type Message = { address: string; headers: Record<string, string>; body: string; isDemo: boolean }

/**
 * Sends a message to a listener. Where the name leads is looked at once, and exactly there it goes. Redirects are not
 * followed and what comes back is thrown away: nobody can read another machine through this house.
 *
 * @returns whether the listener said that it has it
 */
export function sendMessage({ address, headers, body, isDemo }: Message): Promise<boolean> {
  const url = new URL(address)
  const isFit = (ip: string) => mayTell(url.protocol, whereabouts(ip) ?? 'forbidden', isDemo)
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) && !isFit(url.hostname)) return Promise.resolve(false)
  const send = url.protocol === 'https:' ? secure : plain
  const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise(resolve => {
    const options = { method: 'POST', headers: { ...headers, ...length }, lookup: lookupWhere(isFit), agent: false }
    const asking = send(url, { ...options, signal: AbortSignal.timeout(patience) }, answer => {
      answer.destroy()
      const status = answer.statusCode ?? 0
      resolve(status >= 200 && status < 300)
    })
    asking.on('error', () => resolve(false))
    asking.end(body)
  })
}

const lookupWhere =
  (isFit: (ip: string) => boolean): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (fault, all) => {
      const fit = fault ? [] : all.filter(({ address }) => isFit(address))
      const [first] = fit
      if (!first) return done(fault ?? new Error('not a place for a listener'), '')
      return options.all ? done(null, fit) : done(null, first.address, first.family)
    })
