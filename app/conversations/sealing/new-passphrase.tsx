import { useState } from 'react'
import { useWords } from '~/language/words'
import { shortestPassphrase } from '~/people/passphrase'
import { Button, ButtonRow } from '~/ui/button'
import {
  goToProblem,
  type PassphraseProblems,
  type PassphraseWord,
  passphraseProblems,
  typedIn,
} from '~/ui/new-passphrase'
import { Notice } from '~/ui/notice'
import { drawnPassphrase } from './seal.client'

/** Reads a new passphrase that was typed twice; whoever typed goes to the first field with a problem. */
export function newPassphraseIn(form: HTMLFormElement, say: (word: PassphraseWord) => string) {
  const typed = { passphrase: typedIn(form, 'own-key-passphrase'), again: typedIn(form, 'own-key-again') }
  const problems: PassphraseProblems = passphraseProblems(typed, shortestPassphrase, say)
  return { passphrase: goToProblem('own-key', problems) ? undefined : typed.passphrase, problems }
}

/** Offers a passphrase of words drawn by chance, so that nobody has to think one up; it is shown and never sent. */
export function DrawnPassphrase() {
  const { t, language } = useWords()
  const [drawn, setDrawn] = useState<string>()
  return (
    <>
      <p>{t('recordKey.drawn.text')}</p>
      {drawn && (
        <Notice title={t('recordKey.drawn.title')}>
          <p>
            <strong>{drawn}</strong>
          </p>
          <p>{t('recordKey.drawn.copy')}</p>
        </Notice>
      )}
      <ButtonRow>
        <Button type="button" kind="quiet" onClick={() => setDrawn(drawnPassphrase(language))}>
          {t(drawn ? 'recordKey.drawn.another' : 'recordKey.drawn.draw')}
        </Button>
      </ButtonRow>
    </>
  )
}
