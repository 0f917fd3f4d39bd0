import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Preview } from '~/ui/preview'
import type { BlankRefusal } from './blanks'
import { type BlanksShown, ConfirmBlanks, type Held, MarkWords } from './marking'
import { CommentText } from './text'

type Refusal = BlankRefusal | 'noSuchComment' | 'changedMeanwhile' | 'noHold' | 'alreadyReleased'
export type BlankingPageProps = {
  round: { id: string; number: number }
  heldUntil: string
  blanks: number
  comments: readonly Held[]
  /** The comment that is read closely. */
  chosen?: string
  refused?: Refusal
  preview?: BlanksShown
}

/** Where a confidant reads the comments of a round before anybody else, takes names out, and lets them go. */
export function BlankingPage({ round, chosen, refused, preview, ...held }: BlankingPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const comment = held.comments.find(({ id }) => id === (preview?.comment ?? chosen))
  const lead = t('comments.blanking.lead', { date: inWords(held.heldUntil) })
  return (
    <Page
      kicker={<Link to="/app/home">{t('shell.home')}</Link>}
      title={t('comments.blanking.title', { number: round.number })}
      lead={comment ? undefined : lead}
    >
      {refused && <Notice kind="warning">{t(`comments.refused.${refused}`)}</Notice>}
      {preview && <ConfirmBlanks roundId={round.id} preview={preview} />}
      {!preview && comment && <MarkWords roundId={round.id} comment={comment} />}
      {!comment && <All roundId={round.id} {...held} />}
    </Page>
  )
}

/** All comments as everybody will read them, each with the way to take names out, and the button that lets them go. */
function All({ roundId, comments, blanks }: { roundId: string } & Pick<BlankingPageProps, 'comments' | 'blanks'>) {
  const { t } = useWords()
  const irrevocable = (['everybody', 'forGood', 'counted'] as const).map(one => t(`comments.blanking.${one}`))
  return (
    <>
      <Preview caption={t('comments.blanking.soFar', { count: blanks })} irrevocable={irrevocable}>
        <ul className="comments" data-single>
          {comments.map(({ id, body }) => (
            <li key={id} id={`c-${id}`}>
              <CommentText body={body} />
              <p className="note">
                <Link to={`/app/comments/${roundId}?comment=${id}`} aria-describedby={`c-${id}`}>
                  {t('comments.blanking.toMark')}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </Preview>
      <Form method="post">
        <ButtonRow>
          <Button kind="warning" name="step" value="release">
            {t('comments.blanking.release', { count: comments.length })}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
