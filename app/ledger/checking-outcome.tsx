import { useEffect, useRef } from 'react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { Checking } from './checking'

/** Bytes in the unit in which people read how large something is. */
const bytesPerKilobyte = 1000

/** Says how far a check is, and then what it found: in the sentences of the verifier itself. */
export function Outcome({ checking }: { checking: Checking }) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const isOver = checking.step === 'done' || checking.step === 'failed'
  useEffect(() => {
    if (isOver) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isOver])
  return (
    <div ref={place} className="flow">
      {(checking.step === 'fetching' || checking.step === 'counting') && (
        <p role="status">
          {t(`ledger.checking.${checking.step}`, { kilobytes: Math.ceil(checking.bytes / bytesPerKilobyte) })}
        </p>
      )}
      {checking.step === 'failed' && (
        <Notice title={t('ledger.checking.failed.title')}>{t(`ledger.checking.failed.${checking.because}`)}</Notice>
      )}
      {checking.step === 'done' && <Found checking={checking} />}
    </div>
  )
}

type Done = { checking: Extract<Checking, { step: 'done' }> }

function Found({ checking }: Done) {
  const { t } = useWords()
  const { found, errand } = checking
  const [first, ...lines] = checking.lines
  const isSound = found.problems.length === 0
  return (
    <Notice kind={isSound ? 'done' : 'warning'} title={first}>
      {errand.kind === 'own' && <p>{t('ledger.checking.ownChecked')}</p>}
      {isSound && <History checking={checking} />}
      <ul className="verifier-lines" data-sound={isSound}>
        {lines.map(line => (
          <li key={line}>{line.replace(/^ *- /, '')}</li>
        ))}
      </ul>
      {!isSound && errand.kind === 'old' && <p>{t('ledger.checking.oldDiffers')}</p>}
      {!isSound && <p>{t('ledger.checking.tellSomebody')}</p>}
    </Notice>
  )
}

function History({ checking: { errand, before, isKept } }: Done) {
  const { t } = useWords()
  const dayInWords = useDayInWords()
  if (errand.kind === 'old') return <p>{t('ledger.checking.oldFits', { size: errand.old.size })}</p>
  if (errand.kind === 'own') return null
  const date = before && dayInWords(before.seenOn, 'short')
  return (
    <>
      {before && <p>{t('ledger.checking.begins', { size: before.size, date })}</p>}
      {!before && isKept && <p>{t('ledger.checking.first')}</p>}
      {!isKept && <p>{t('ledger.checking.notKept')}</p>}
    </>
  )
}
