import QRCode from 'qrcode'
import { db, organisation } from '#db'
import { config } from '~/config.server'
import { ledgerStanding, witnessesSeen } from './ledger-page.server'
import type { PosterFacts } from './poster'
import { verifierSha256 } from './verifier.server'

/** Returns what stands on the poster for the wall; nothing before the first entry. */
export async function posterFacts(): Promise<PosterFacts | undefined> {
  const standing = await ledgerStanding()
  if (!standing) return undefined
  const [named] = await db.select().from(organisation)
  const address = `${config.origin}/ledger`
  const witnesses = (await witnessesSeen()).map(witness => witness.name)
  const organisationName = named?.name ?? ''
  return { ...standing, organisationName, address, witnesses, verifierSha256, code: codeFor(address) }
}

/** Returns the dark squares of a QR code as one path, to be drawn in the page itself. */
export function codeFor(address: string) {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data).flatMap((isDark, place) =>
    isDark ? [`M${place % size} ${Math.floor(place / size)}h1v1h-1z`] : [],
  )
  return { size, path: dark.join('') }
}
