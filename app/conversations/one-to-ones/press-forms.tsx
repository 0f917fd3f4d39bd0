import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/language/words'
import { Button, type ButtonKind, ButtonRow } from '~/ui/button'
import { Section } from '~/ui/page'
import type { Move } from './moves'
import { groupOf, type TalkShown } from './shown'

type PressProps = { deed: Move; title: ReactNode; text: ReactNode; go: ReactNode; kind?: ButtonKind }

/** A move that takes one press and no words. */
function Press({ deed, title, text, go, kind = 'quiet' }: PressProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title={title}>
      <p>{text}</p>
      <Form method="post">
        <ButtonRow>
          <Button name="deed" value={deed} kind={kind} busy={busy}>
            {go}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Says no. It is as easy as saying yes, and nobody is told. */
export function DeclineForm({ name }: { name: string }) {
  const { t } = useWords()
  return (
    <Press
      deed="decline"
      title={t('talks.page.decline.title')}
      text={t('talks.page.decline.text', { name })}
      go={t('talks.page.decline.go')}
    />
  )
}

/** Says that the talk took place. */
export function HoldForm() {
  const { t } = useWords()
  return (
    <Press
      deed="hold"
      title={t('talks.page.hold.title')}
      text={t('talks.page.hold.text')}
      go={t('talks.page.hold.go')}
      kind="main"
    />
  )
}

/** Takes a planned talk away, or what an employee asked for. */
export function CancelForm({ talk }: { talk: TalkShown }) {
  const { t } = useWords()
  const way = groupOf(talk) === 'planned' ? 'planned' : 'waiting'
  return (
    <Press
      deed="cancel"
      title={t(`talks.page.cancel.${way}.title`)}
      text={t(`talks.page.cancel.${way}.text`, { name: talk.name })}
      go={t(`talks.page.cancel.${way}.go`)}
    />
  )
}
