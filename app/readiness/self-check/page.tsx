import { Form, Link } from '@remix-run/react'
import { type Domain, domainLabels, domains } from 'surveys/self-check/v1'
import { useWords } from '~/language/words'
import type { RoundKind } from '~/pulses/drafting/rules'
import type { RoundState } from '~/pulses/rules'
import { Button } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Answers } from './answers'
import type { LineAnswer } from './draft'
import { HandIn } from './handing-in'
import { Line } from './line'
import { type AllWritten, type ChangedBy, type HandInRefusal, missingLines, type SelfCheckLine } from './rules'

/** The self-check of one round, as those who write it see it; the store makes exactly this. */
export type SelfCheckShown = {
  round: { id: string; number: number; state: RoundState; asks: RoundKind; opensOn: string }
  lines: SelfCheckLine[]
  written: AllWritten
  changedBy: ChangedBy
  text: string
  handedInOn?: string
}

type SelfCheckPageProps = {
  check: SelfCheckShown
  mayWrite: boolean
  maySign: boolean
  isPreview: boolean
  tried?: LineAnswer
  refused?: HandInRefusal
}

/** Where management answers together, before staff do: line by line, then once for good. */
export function SelfCheckPage({ check, mayWrite, maySign, isPreview, tried, refused }: SelfCheckPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { round, handedInOn } = check
  return (
    <Page
      kicker={<Link to="/app/readiness">{t('readiness.index.title')}</Link>}
      title={t('readiness.selfCheck.title', { number: round.number })}
      lead={t(round.asks === 'check' ? 'readiness.selfCheck.leadExpectation' : 'readiness.selfCheck.lead')}
    >
      {refused && <Notice kind="warning">{t(`readiness.selfCheck.refused.${refused}`)}</Notice>}
      {handedInOn && (
        <Notice kind="done">{t('readiness.selfCheck.handedIn', { date: inWords(handedInOn, 'short') })}</Notice>
      )}
      {!mayWrite && !handedInOn && <Notice kind="warning">{t('readiness.selfCheck.neverHandedIn')}</Notice>}
      {mayWrite && (isPreview ? <HandIn check={check} maySign={maySign} /> : <Writing check={check} tried={tried} />)}
      {handedInOn && <Answers lines={check.lines} written={check.written} />}
    </Page>
  )
}

function Writing({ check, tried }: { check: SelfCheckShown; tried?: LineAnswer }) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const { round, lines, written } = check
  const done = lines.length - missingLines(lines, written).length
  return (
    <>
      <p>{t('readiness.selfCheck.how', { date: inWords(round.opensOn) })}</p>
      <p role="status">
        <strong>{t('readiness.selfCheck.progress', { done, all: lines.length })}</strong>
      </p>
      {domains.map(domain => (
        <LinesOf key={domain} of={domain} check={check} tried={tried} />
      ))}
      <LinesOf check={check} tried={tried} />
      <Section title={t('readiness.selfCheck.handInTitle')}>
        <p>{t('readiness.selfCheck.handInText')}</p>
        <Form method="post">
          <Button name="step" value="preview">
            {t('readiness.selfCheck.preview')}
          </Button>
        </Form>
      </Section>
    </>
  )
}

/** The lines of one domain; without one those of the barriers. */
function LinesOf({ of, check, tried }: { of?: Domain; check: SelfCheckShown; tried?: LineAnswer }) {
  const { t, language } = useWords()
  const lines = check.lines.filter(({ itemId, parts }) =>
    of ? itemId.startsWith(`${of}.`) : !parts.includes('answer'),
  )
  if (lines.length === 0) return null
  return (
    <Section title={of ? capital(domainLabels[of][language]) : t('readiness.selfCheck.barriers')}>
      {!of && <p>{t('readiness.whatIsHigh')}</p>}
      {lines.map(line => (
        <Line
          key={line.itemId}
          line={line}
          stored={check.written[line.itemId] ?? {}}
          changedBy={check.changedBy[line.itemId]}
          tried={tried?.item === line.itemId ? tried : undefined}
        />
      ))}
    </Section>
  )
}

/** The name of a domain, where it begins a heading. */
const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
