import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { DayText } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { DrawShown } from '../shown'
import { type DrawList, drawFrom, isSameDraw } from './seed'

type ResultProps = { list: DrawList; held: NonNullable<DrawShown['held']> }

/** What was drawn, from which seed, and the ways in which anybody draws again. */
export function DrawResult({ list, held }: ResultProps) {
  const { t } = useWords()
  const { heldOn, seed, chosen, half, other, size } = held
  const parts = { seed, half, other }
  return (
    <>
      <Section title={t('groups.draw.result')}>
        <p>
          <DayText day={heldOn} />: <strong>{chosen.join(', ')}</strong>
        </p>
        <dl className="small-print">
          {(['half', 'other', 'seed'] as const).map(part => (
            <div key={part}>
              <dt>{t(part === 'other' ? otherName(list) : `groups.draw.${part}`, { size, name: list.witness })}</dt>
              <dd>
                <code className="verifier-lines">{parts[part]}</code>
              </dd>
            </div>
          ))}
        </dl>
        <Again list={list} held={held} />
      </Section>
      <Recipe list={list} held={held} />
    </>
  )
}

const otherName = ({ witness }: DrawList) => (witness ? 'groups.draw.otherWitness' : 'groups.draw.otherEntry')

/** Draws again in the browser of whoever reads, with the very rule. */
function Again({ list, held }: ResultProps) {
  const { t } = useWords()
  const [found, setFound] = useState<{ chosen: number[]; isSame: boolean }>()
  const drawAgain = async () => {
    const { chosen } = await drawFrom(list, held)
    setFound({ chosen, isSame: await isSameDraw(list, held, held) })
  }
  return (
    <>
      <ButtonRow>
        <Button type="button" kind="quiet" onClick={drawAgain}>
          {t('groups.draw.again')}
        </Button>
      </ButtonRow>
      {found && (
        <Notice kind={found.isSame ? 'done' : 'warning'}>
          {t(found.isSame ? 'groups.draw.same' : 'groups.draw.different', { numbers: found.chosen.join(', ') })}
        </Notice>
      )}
    </>
  )
}

/** How to draw again with a terminal, or with any program that knows SHA-256. */
function Recipe({ list, held: { half, other, seed } }: ResultProps) {
  const { t } = useWords()
  return (
    <Section title={t('groups.draw.recipe')}>
      <p>{t('groups.draw.recipeText')}</p>
      <ol>
        <li>
          {t('groups.draw.step.half')} <Command text={`printf '%s' ${half} | sha256sum`} />
        </li>
        <li>
          {t(list.witness ? 'groups.draw.step.witness' : 'groups.draw.step.entry')}{' '}
          <Command text={`printf '%s|%s' ${half} ${other} | sha256sum`} />
        </li>
        <li>
          {t('groups.draw.step.each')} <Command text={`printf '%s|%s' ${seed} 1 | sha256sum`} />
        </li>
        <li>{t('groups.draw.step.order')}</li>
        <li>{t('groups.draw.step.choose')}</li>
      </ol>
    </Section>
  )
}

const Command = ({ text }: { text: string }) => <code className="verifier-lines">{text}</code>
