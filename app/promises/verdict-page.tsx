import { Form } from '@remix-run/react'
import { getScale } from 'surveys/instrument'
import { verdict } from 'surveys/verdict/v1'
import { useWords } from '~/language/words'
import { carefulFrom } from '~/statistics/participation'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { QuestionText } from './question-text'
import type { PromiseInFull } from './register'
import { StatusWord } from './status-word'
import { type AskRefusal, mostPerRound } from './verdict'

type AskPageProps = {
  promise: PromiseInFull
  /** The words that are asked about: those of now, or those of the question that waits. */
  words: string
  /** What can be done: ask, or take back what no round has taken along yet; nothing when neither is possible. */
  step?: 'ask' | 'takeBack'
  because?: AskRefusal | 'takenAlong' | 'noSuchPromise'
  /** Only who is signed in reads promises here; the questions of a round everybody can read. */
  isRegisterClosed?: boolean
}

/** Where the works council lets colleagues judge: the question as they will read it, and what their answer does. */
export function AskPage({ promise, words, step, because, isRegisterClosed }: AskPageProps) {
  const { t } = useWords()
  return (
    <Page title={t('verdict.ask.title', { id: promise.id })} lead={t('verdict.ask.lead')}>
      {because && <Notice kind="warning">{t(`verdict.refused.${because}`)}</Notice>}
      <p>
        <StatusWord {...promise} />
      </p>
      <AskPreview id={promise.id} {...{ words, step, isRegisterClosed }} />
      <p>
        {t('verdict.rule', { enough: carefulFrom })} {t('verdict.ask.words')}
      </p>
      <p className="note">
        {t('verdict.ask.most', { most: mostPerRound })} {t('verdict.ask.back')}
      </p>
      <Form method="post">
        <input type="hidden" name="seen" value={promise.version} />
        <ButtonRow>
          {step && (
            <Button name="step" value={step} kind={step === 'ask' ? 'main' : 'warning'}>
              {t(step === 'ask' ? 'verdict.ask.submit' : 'verdict.ask.takeBack')}
            </Button>
          )}
          <ButtonLink to={`/app/promises/${promise.id}`} kind="quiet">
            {t(step ? 'shell.cancel' : 'shell.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}

type AskPreviewProps = Pick<AskPageProps, 'words' | 'step' | 'isRegisterClosed'> & { id: string }

/** The question as colleagues will read it, and what asking it does. */
export function AskPreview({ id, words, step, isRegisterClosed }: AskPreviewProps) {
  const { t } = useWords()
  const irrevocable = step === 'ask' ? [t('verdict.ask.effect')] : []
  if (step === 'ask' && isRegisterClosed) irrevocable.push(t('verdict.ask.public'))
  return (
    <Preview irrevocable={irrevocable}>
      <CardAsRead id={id} words={words} />
    </Preview>
  )
}

/** The card of the answering page, in words. */
function CardAsRead({ id, words }: { id: string; words: string }) {
  const { t, language } = useWords()
  return (
    <>
      <h2>
        <QuestionText id={id} words={words} />
      </h2>
      <ul>
        {getScale(verdict, 'verdict3').steps.map(({ value, label }) => (
          <li key={value}>{label[language]}</li>
        ))}
      </ul>
      <p className="note">{t('verdict.ask.abstain', { word: verdict.abstain[language] })}</p>
    </>
  )
}
