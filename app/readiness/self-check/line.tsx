import { useFetcher } from '@remix-run/react'
import { type ChangeEvent, useId } from 'react'
import { useWords } from '~/language/words'
import { useJoined } from '~/pulses/results/figure-words'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { answerValues, useLineWords } from './answers'
import { type LineAnswer, useDraft } from './draft'
import {
  type ChangedBy,
  expectable,
  type SelfCheckLine,
  type SelfCheckPart,
  selfCheckParts,
  type Written,
} from './rules'

type LineProps = { line: SelfCheckLine; stored: Written; changedBy?: ChangedBy[string]; tried?: LineAnswer }

/** One statement or barrier with what is written on it. It is saved by itself, with and without JavaScript. */
export function Line({ line: { itemId, parts }, stored, changedBy, tried }: LineProps) {
  const { t } = useWords()
  const fetcher = useFetcher<{ tried?: LineAnswer }>()
  const answer = fetcher.data?.tried ?? tried
  const { mine, seen, choose } = useDraft(stored, answer)
  const words = useLineWords()
  const joined = useJoined()
  const names = [...new Set(Object.values(changedBy ?? {}))]
  const isSaved = answer?.kept !== undefined && selfCheckParts.every(part => mine[part] === answer.kept?.[part])
  return (
    <fetcher.Form method="post" className="self-check-line" id={itemId}>
      <fieldset>
        <legend>{words.about(itemId)}</legend>
        {answer?.clash && <Clash answer={answer} />}
        <input type="hidden" name="item" value={itemId} />
        {parts.map(part => (
          <Part key={part} part={part} isBarrier={parts.length === 1} value={mine[part]} choose={choose(part)} />
        ))}
        <input type="hidden" name="seenAnswer" value={seen.answer ?? ''} />
        <input type="hidden" name="seenExpectation" value={seen.expectation ?? ''} />
        <div className="self-check-save">
          <Button
            kind="quiet"
            name="step"
            value="save"
            busy={fetcher.state !== 'idle'}
            aria-describedby={`${itemId}-who`}
          >
            {t('readiness.selfCheck.save')}
          </Button>
          <p className="note" role="status" id={`${itemId}-who`}>
            {isSaved
              ? t('readiness.selfCheck.saved')
              : names.length > 0 && t('readiness.selfCheck.changedBy', { name: joined(names) })}
          </p>
        </div>
      </fieldset>
    </fetcher.Form>
  )
}

/** Says what somebody else wrote meanwhile; saving once more writes over it, knowingly. */
function Clash({ answer: { clash, mine } }: { answer: LineAnswer }) {
  const { t } = useWords()
  const words = useLineWords()
  const differing = selfCheckParts.filter(part => mine?.[part] !== undefined && mine[part] !== clash?.stored[part])
  const saying = { answer: words.answer, expectation: words.expectation }
  return (
    <Notice kind="warning" title={t('readiness.selfCheck.clash.title', { name: clash?.by ?? '' })}>
      {differing.map(part => (
        <p key={part}>
          {t('readiness.selfCheck.clash.text', {
            now: saying[part](clash?.stored[part] ?? 0),
            mine: saying[part](mine?.[part] ?? 0),
          })}
        </p>
      ))}
      <p>{t('readiness.selfCheck.clash.what')}</p>
    </Notice>
  )
}

type PartProps = {
  part: SelfCheckPart
  isBarrier: boolean
  value?: number
  choose: (event: ChangeEvent<HTMLSelectElement>) => void
}

function Part({ part, isBarrier, value, choose }: PartProps) {
  const { t } = useWords()
  const id = useId()
  const words = useLineWords()
  const values = part === 'answer' ? answerValues : expectable
  const label = part === 'answer' ? 'answer' : isBarrier ? 'expectHigh' : 'expectAgree'
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t(`readiness.selfCheck.${label}`)}
      </label>
      <select id={id} name={part} className="control" value={value ?? ''} onChange={choose}>
        <option value="">{t('readiness.selfCheck.choose')}</option>
        {values.map(one => (
          <option key={one} value={one}>
            {part === 'answer' ? words.answer(one) : words.expectation(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
