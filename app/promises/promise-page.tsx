import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { useDayInWords } from '~/ui/day'
import { useCarriedLanguage } from '~/ui/masthead'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Amendments } from './amendments'
import type { PartDifference } from './difference'
import { Evidence } from './evidence/promise-evidence'
import { History, Readings } from './promise-history'
import type { PromiseInFull } from './register'
import { SmallPrint } from './small-print'
import { StatusWord } from './status-word'
import type { StaffQuestion } from './verdict'
import { StaffVerdict } from './verdict-section'
import type { RegisterHome } from './visibility'

type PromisePageProps = {
  promise: PromiseInFull
  differences: readonly PartDifference[]
  questions: readonly StaffQuestion[]
  home: RegisterHome
  children?: ReactNode
}

/** One promise for good: its words, how it stands, what goes with it, and everything that happened to it. */
export function PromisePage({ promise, differences, questions, home, children }: PromisePageProps) {
  const { t } = useWords()
  const here = useCarriedLanguage()
  const roundTo = home === '/app/promises' && promise.round ? `/app/results/${promise.round.id}` : undefined
  return (
    <Page
      kicker={
        <>
          <Link to={here(home)}>{t('promises.toRegister')}</Link> · {t('promises.name', { id: promise.id })}
        </>
      }
      title={promise.now.text || <Gone part="text" otherwise={t('promises.name', { id: promise.id })} />}
    >
      <p>
        <StatusWord {...promise} />
      </p>
      <Standing promise={promise} home={home} />
      {children}
      <Readings promise={promise} />
      <StaffVerdict questions={questions} promise={promise} home={home} />
      {promise.isAmended && <Amendments promise={promise} differences={differences} />}
      <Section title={t('promises.page.smallPrint')}>
        <SmallPrint words={promise.now} rest={promise} round={promise.round} roundTo={roundTo} />
        <p className="no-print">
          <a href={`${home}/${promise.id}.ics`}>{t('promises.take.ics')}</a>
        </p>
      </Section>
      <Evidence promise={promise} home={home} />
      <History promise={promise} />
      <Section title={t('promises.page.verify')}>
        <p>{t('promises.page.verifyText', { id: promise.id })}</p>
        <p>
          <a href={here('/ledger')}>{t('promises.page.toLedger')}</a>
        </p>
      </Section>
    </Page>
  )
}

/** What a reader must know beside the word: who has not agreed yet, which day has passed, what took its place. */
function Standing({ promise, home }: { promise: PromiseInFull; home: string }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const here = useCarriedLanguage()
  const { status, isOverdue, dueOn, enteredLater, enteredOn, madeOn, withdrawalAgreed, successorId } = promise
  const isWithdrawn = status === 'withdrawn' || status === 'superseded'
  return (
    <>
      {isOverdue && <Notice kind="warning">{t('promises.page.overdue', { date: inWords(dueOn, 'short') })}</Notice>}
      {status.startsWith('claimed') && (
        <Notice>{t(isOverdue ? 'promises.page.waitsOverdue' : 'promises.page.waits')}</Notice>
      )}
      {isWithdrawn && <Notice>{t(withdrawalAgreed ? 'promises.page.agreed' : 'promises.page.notAgreed')}</Notice>}
      {successorId && (
        <p>
          {t('promises.page.successor')}{' '}
          <Link to={here(`${home}/${successorId}`)}>{t('promises.name', { id: successorId })}</Link>
        </p>
      )}
      {enteredLater && (
        <p className="note">
          {t('promises.page.enteredLater', { made: inWords(madeOn, 'short'), entered: inWords(enteredOn, 'short') })}
        </p>
      )}
    </>
  )
}
