import { useWords } from '~/language/words'
import { Section } from '~/ui/page'
import { groupOf, type TalkShown } from './shown'

const keptIn = {
  toAnswer: 'now',
  waiting: 'now',
  refused: 'now',
  planned: 'planned',
  held: 'held',
  ended: 'ended',
} as const

/** Says what is kept of a talk, who can see it, and what it is never used for. */
export function WhatIsKept({ talk }: { talk: TalkShown }) {
  const { t } = useWords()
  return (
    <Section title={t('talks.page.kept.title')}>
      <ul>
        <li>{t(`talks.page.kept.${keptIn[groupOf(talk)]}`)}</li>
        <li>{t('talks.page.kept.two', { name: talk.name })}</li>
        <li>{t('talks.page.kept.admin')}</li>
        <li>{t('talks.page.kept.purpose')}</li>
      </ul>
    </Section>
  )
}
