import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormFailure } from '~/ui/form-problems'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { KeyMaker } from './key-maker'
import { KindChoice } from './kind-choice'

type Answer = { failed?: FormFailure; refused?: 'nameTaken'; typed?: { key: string; of: string } }

/** Two ways to a witness: make a key here, or hand in one that was made elsewhere. */
export function NewWitnessPage({ taken, answer }: { taken: readonly string[]; answer?: Answer }) {
  const { t } = useWords()
  const { failed, refused } = answer ?? {}
  const [isMade, setMade] = useState(false)
  const problems = Object.entries(failed?.problems ?? {})
  const errors = problems.map(([name, problem]) => ({ name, message: messageOf(name, problem) }))
  function messageOf(name: string, problem: FormFailure['problems'][string]) {
    return name === 'key' && problem !== 'required' ? t('witness.new.keyWrong') : t(`forms.${problem}`)
  }
  const errorOf = (name: string) => errors.find(error => error.name === name)?.message
  const typed = { ...failed?.values, ...answer?.typed }
  return (
    <Page
      kicker={<Link to="/app/witnesses">{t('witness.list.title')}</Link>}
      title={t('witness.new.title')}
      lead={t('witness.new.lead')}
    >
      <ErrorSummary errors={errors} />
      {refused && <Notice kind="warning">{t(`witness.refused.${refused}`)}</Notice>}
      <Section title={t('witness.new.make')}>
        <p>{t('witness.new.makeText')}</p>
        <Notice kind="warning" title={t('witness.new.lost')}>
          {t('witness.new.lostText')}
        </Notice>
        <KeyMaker taken={taken} tellMade={setMade} />
        <noscript>
          <Notice>{t('witness.new.noScript')}</Notice>
        </noscript>
      </Section>
      {!isMade && (
        <PasteKey keyTyped={typed.key as string | undefined} of={typed.of as string | undefined} errorOf={errorOf} />
      )}
    </Page>
  )
}

type PasteKeyProps = { keyTyped?: string; of?: string; errorOf: (name: string) => string | undefined }

function PasteKey({ keyTyped, of, errorOf }: PasteKeyProps) {
  const { t } = useWords()
  return (
    <Section title={t('witness.new.paste')}>
      <p>
        {t('witness.new.pasteText')}{' '}
        <a href="/ledger/witness.mjs" download="witness.mjs">
          witness.mjs
        </a>{' '}
        <a href="/ledger/verify.mjs" download="verify.mjs">
          verify.mjs
        </a>
      </p>
      <p>
        <code>
          node witness.mjs key sleutel.json <span className="unbroken">--name</span> vakbond.example.nl/bo
        </code>
      </p>
      <Form method="post" className="flow">
        <TextField
          name="key"
          label={t('witness.new.key')}
          hint={t('witness.new.keyHint')}
          error={errorOf('key')}
          defaultValue={keyTyped}
          autoComplete="off"
          spellCheck={false}
        />
        <KindChoice chosen={of} error={errorOf('of')} />
        <ButtonRow>
          <Button kind="quiet">{t('witness.new.send')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
