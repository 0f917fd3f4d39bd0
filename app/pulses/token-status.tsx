import { useEffect } from 'react'
import { useWords } from '~/language/words'

/** Where drawing can stand; `app/ballot-box/drawing.client.ts` decides which it is. */
const states = ['asking', 'drawn', 'spent', 'elsewhere', 'notIssuing', 'unreachable', 'noStorage'] as const

/** Why this device stopped; each has its own sentence, and all the same advice. */
const stops = [
  'manifestDiffers',
  'manifestChanged',
  'manifestRefused',
  'codeDiffers',
  'unitUnknown',
  'keyRefused',
  'signatureWrong',
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
  <svg className="envelope" viewBox="0 0 260 64" aria-hidden="true" focusable="false">
    <path className="envelope-line" d="M2 12h78v48H2zM2 12l39 28 39-28" />
    <path className="envelope-line envelope-arrow" d="M94 36h30m-8-7 8 7-8 7" />
    <path className="envelope-line" d="M138 12h48v48h-48z" />
    <circle className="envelope-stamp" cx="162" cy="36" r="13" />
    <path className="envelope-line envelope-arrow" d="M200 36h20m-7-7 7 7-7 7" />
    <path className="envelope-line" d="M230 6h28v56h-28z" />
    <circle className="envelope-stamp" cx="244" cy="20" r="7" />
    <path className="envelope-line" d="M236 38h16m-16 8h16m-16 8h10" />
  </svg>
)
