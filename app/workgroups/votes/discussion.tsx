import { Form, useNavigation } from '@remix-run/react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { Section } from '~/ui/page'
import { TextArea } from '~/ui/text-area'
import { longestSaying } from './form'
import type { Saying } from './shown'

type DiscussionProps = { sayings: readonly Saying[]; maySay: boolean; error?: string; typed?: string }

/** What members said about a proposal, and room to say more while it is open. */
export function Discussion({ sayings, maySay, error, typed }: DiscussionProps) {
  const { t } = useWords()
  const inWords = useDayInWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={t('votes.say.title')} id="discussion">
      {sayings.length === 0 && <p>{t('votes.say.none')}</p>}
      <ol className="sayings">
        {sayings.map(({ id, name, words, said: { day, time } }) => (
          <li key={id}>
            <p className="note">{t('votes.say.when', { name, date: inWords(day, 'short'), time })}</p>
            <p className="saying">{words}</p>
          </li>
        ))}
      </ol>
      {maySay && (
        // A new one empties the field; what was refused stays in it.
        <Form method="post" key={sayings.length}>
          <input type="hidden" name="step" value="say" />
          <TextArea
            name="contribution"
            label={t('votes.say.label')}
            hint={t('votes.say.hint')}
            error={error}
            defaultValue={typed}
            maxLength={longestSaying}
            rows={3}
            required
          />
          <ButtonRow>
            <Button kind="quiet" busy={busy}>
              {t('votes.say.submit')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  )
}
