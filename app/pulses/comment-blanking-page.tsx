import { Form, Link } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { type BlankRefusal, piecesOf } from './comment-blanks'

type Held = { id: string; body: string; version: string }
type Refusal = BlankRefusal | 'noSuchComment' | 'changedMeanwhile' | 'noHold' | 'alreadyReleased'
export type BlankingPageProps = {
  round: { id: string; number: number }
  heldUntil: string
  blanks: number
  comments: readonly Held[]
  /** The comment that is read closely. */
  chosen?: string
  refused?: Refusal
  preview?: { comment: string; version: string; words: number[]; body: string }
}

/** Where a confidant reads the comments of a round before anybody else, takes names out, and lets them go. */
export function BlankingPage({ round, chosen, refused, preview, ...held }: BlankingPageProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const comment = held.comments.find(({ id }) => id === (preview?.comment ?? chosen))
  const lead = t('comments.blanking.lead', { date: inWords(held.heldUntil) })
  return (
    <Page title={t('comments.blanking.title', { number: round.number })} lead={comment ? undefined : lead}>
      {refused && <Notice kind="warning">{t(`comments.refused.${refused}`)}</Notice>}
      {preview && <Confirm roundId={round.id} preview={preview} />}
      {!preview && comment && <Mark roundId={round.id} comment={comment} />}
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
              <p className="comment-text">{body}</p>
              <p className="note">
                <Link to={`/app/comments/${roundId}?comment=${id}`}>{t('comments.blanking.toMark')}</Link>
              </p>
            </li>
          ))}
        </ul>
      </Preview>
      <Form method="post">
        <Button kind="warning" name="step" value="release">
          {t('comments.blanking.release', { count: comments.length })}
        </Button>
      </Form>
    </>
  )
}

/** One comment with a box to tick on every word, so that it works with a keyboard, a thumb and without scripts. */
function Mark({ roundId, comment }: { roundId: string; comment: Held }) {
  const { t } = useWords()
  return (
    <Section title={t('comments.blanking.mark')}>
      <p>{t('comments.blanking.how')}</p>
      <Form method="post">
        <input type="hidden" name="comment" value={comment.id} />
        <input type="hidden" name="version" value={comment.version} />
        <fieldset className="markable">
          <legend className="only-read-aloud">{t('comments.blanking.words')}</legend>
          {piecesOf(comment.body).map(({ text, word }, place) =>
            word === undefined ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
              <span key={place}>{text}</span>
            ) : (
              <label key={`w${word}`}>
                <input type="checkbox" name="word" value={word} />
                <span>{text}</span>
              </label>
            ),
          )}
        </fieldset>
        <ButtonRow>
          <Button name="step" value="preview">
            {t('comments.blanking.preview')}
          </Button>
          <ButtonLink to={`/app/comments/${roundId}`} kind="quiet">
            {t('comments.blanking.back')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  )
}

function Confirm({ roundId, preview }: { roundId: string; preview: NonNullable<BlankingPageProps['preview']> }) {
  const { t } = useWords()
  return (
    <>
      <Preview irrevocable={[t('comments.blanking.noWayBack')]}>
        <p className="comment-text">{preview.body}</p>
      </Preview>
      <Form method="post">
        <input type="hidden" name="comment" value={preview.comment} />
        <input type="hidden" name="version" value={preview.version} />
        {preview.words.map(word => (
          <input key={word} type="hidden" name="word" value={word} />
        ))}
        <ButtonRow>
          <Button kind="warning" name="step" value="blank">
            {t('comments.blanking.blank')}
          </Button>
          <ButtonLink to={`/app/comments/${roundId}?comment=${preview.comment}`} kind="quiet">
            {t('comments.blanking.again')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
