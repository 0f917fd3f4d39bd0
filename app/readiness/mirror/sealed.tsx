import { Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import type { MirrorShown } from './rules'

/** Says whether what stands here is what management handed in, on which day by the ledger, and where anybody can check that. */
export function Sealed({
  seal: { seq, day, hash, isWhole },
  opensOn,
  isBeforeOpening,
}: NonNullable<MirrorShown['handedIn']>) {
  const { t } = useWords()
  const inWords = useDayInWords()
  return (
    <>
      {!isWhole && <Notice kind="warning">{t('readiness.mirror.seal.broken')}</Notice>}
      <p className="note">
        {day &&
          t('readiness.mirror.seal.day', { seq, date: inWords(day, 'short'), opensOn: inWords(opensOn, 'short') })}{' '}
        {isBeforeOpening && t('readiness.mirror.seal.before')} {isWhole && t('readiness.mirror.seal.whole')}{' '}
        <Link to="/app/ledger">{t('readiness.mirror.seal.check')}</Link>
      </p>
      <p className="note">
        <code className="hash">{hash}</code>
      </p>
    </>
  )
}
