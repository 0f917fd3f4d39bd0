import { Form } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonLink, ButtonRow } from '~/ui/button'
import { Section } from '~/ui/page'
import { Preview } from '~/ui/preview'
import { piecesOf } from './blanks'
import { CommentText } from './text'

/** A comment that waits; `version` names its text. */
export type Held = { id: string; body: string; version: string }
/** A comment as it becomes without the marked words. */
export type BlanksShown = { comment: string; version: string; words: number[]; body: string }

/** One comment with a box to tick on every word, so that it works with a keyboard, a thumb and without scripts. */
export function MarkWords({ roundId, comment }: { roundId: string; comment: Held }) {
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

/** The comment as it becomes, before the words are gone for good. */
export function ConfirmBlanks({ roundId, preview }: { roundId: string; preview: BlanksShown }) {
  const { t } = useWords()
  return (
    <>
      <Preview irrevocable={[t('comments.blanking.noWayBack')]}>
        <CommentText body={preview.body} />
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
