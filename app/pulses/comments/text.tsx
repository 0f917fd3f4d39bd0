import { Fragment } from 'react'
import { useWords } from '~/language/words'
import { blankMark } from './rules'

/** What somebody wrote, to the letter. Where words were taken out, it is said aloud that they were. */
export function CommentText({ body }: { body: string }) {
  const { t } = useWords()
  return (
    <p className="comment-text">
      {body.split(blankMark).map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
        <Fragment key={place}>
          {place > 0 && (
            <>
              <span aria-hidden="true">{blankMark}</span>
              <span className="only-read-aloud">{t('comments.takenOut')}</span>
            </>
          )}
          {text}
        </Fragment>
      ))}
    </p>
  )
}
