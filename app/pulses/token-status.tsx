import { useEffect } from 'react'
import { useWords } from '~/language/words'

/** Where drawing can stand; `app/ballot-box/drawing.client.ts` decides which it is. */
const states = [
  'asking',
  'drawn',
  'spent',
  'elsewhere',
  'someoneElses',
  'notIssuing',
  'awaitingWitness',
  'unreachable',
  'noStorage',
  'slip',
] as const

/** Why this device stopped; each has its own sentence, and all the same advice. */
const stops = [
  'manifestDiffers',
  'manifestChanged',
  'manifestRefused',
  'codeDiffers',
  'unitUnknown',
  'keyRefused',
  'signatureWrong',
  'notInLedger',
  'ledgerBroken',
  'ledgerDiffers',
  'witnessMissing',
  'witnessGone',
] as const

/**
 * The place where `/token.js` says how the drawing of this device's token went.
 *
 * It finds its words in `data-words`, and is asked again by the event `token-status-wanted` when somebody comes
 * here from another page without a reload. What stands inside is the script's: React leaves it alone.
 */
export function TokenStatus() {
  const { t } = useWords()
  useEffect(() => {
    document.dispatchEvent(new Event('token-status-wanted'))
  }, [])
  const words = {
    ...Object.fromEntries(states.map(state => [state, t(`pulses.home.token.${state}`)])),
    ...Object.fromEntries(
      stops.map(stop => [stop, `${t(`pulses.home.stop.${stop}`)} ${t('pulses.home.stop.advice')}`]),
    ),
  }
  return (
    <>
      <p
        id="token-status"
        className="token-status"
        role="status"
        data-words={JSON.stringify(words)}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: empty, so that React does not look at what the script wrote
        dangerouslySetInnerHTML={{ __html: '' }}
      />
      <noscript>
        <p className="token-status">{t('pulses.home.token.noScript')}</p>
      </noscript>
    </>
  )
}

/** Tells in two sentences and a picture why nobody can see who answered. */
export function TokenExplained() {
  const { t } = useWords()
  return (
    <details className="explained">
      <summary>{t('pulses.home.explained.title')}</summary>
      <Envelope />
      <p>{t('pulses.home.explained.text')}</p>
    </details>
  )
}

/** A closed envelope that gets a stamp, and a slip with the stamp that nobody has seen before. */
const Envelope = () => (
  <svg className="envelope" viewBox="0 0 304 64" aria-hidden="true" focusable="false">
    <path className="envelope-line" d="M2 12h78v48H2zM2 12l39 28 39-28" />
    <path className="envelope-line envelope-arrow" d="M94 36h30m-8-7 8 7-8 7" />
    <path className="envelope-line" d="M134 12h78v48h-78zM134 12l39 28 39-28" />
    <circle className="envelope-stamp" cx="173" cy="45" r="11" />
    <path className="envelope-line envelope-arrow" d="M226 36h30m-8-7 8 7-8 7" />
    <path className="envelope-line" d="M266 6h36v56h-36z" />
    <circle className="envelope-stamp" cx="284" cy="22" r="10" />
    <path className="envelope-line" d="M273 42h22m-22 7h22m-22 7h14" />
  </svg>
)
