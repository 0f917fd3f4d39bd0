import { type FormEvent, useState } from 'react'
import { useWords } from '~/language/words'
import { Button, ButtonRow } from '~/ui/button'
import { useDayInWords } from '~/ui/day'
import { TextField } from '~/ui/field'
import { Section } from '~/ui/page'
import { type Errand, useChecking } from './checking'
import type { OldCheckpoint } from './checking.client'
import { readOld, type Seen } from './checking-memory.client'
import { Outcome } from './checking-outcome'

type Check = (errand: Errand) => void

/** Checks the ledger in the browser of the reader. Without JavaScript the steps below it are all there is. */
export function CheckNow() {
  const { t } = useWords()
  const { checking, seen, isReady, check, forget } = useChecking()
  if (!isReady) return null
  const isBusy = checking.step === 'fetching' || checking.step === 'counting'
  return (
    <Section title={t('ledger.checking.title')} id="check">
      <p>{t('ledger.checking.lead')}</p>
      <p className="note">{t('ledger.checking.memory')}</p>
      {seen && <SeenLast seen={seen} forget={forget} />}
      <ButtonRow>
        <Button type="button" busy={isBusy} onClick={() => check({ kind: 'served' })}>
          {t(`ledger.checking.${checking.step === 'done' ? 'again' : 'now'}`)}
        </Button>
      </ButtonRow>
      <Outcome checking={checking} />
      <OldOne check={check} />
      <OwnFiles check={check} />
      <p className="note">{t('ledger.checking.server')}</p>
    </Section>
  )
}

function SeenLast({ seen, forget }: { seen: Seen; forget: () => void }) {
  const { t } = useWords()
  const dayInWords = useDayInWords()
  return (
    <div className="notice">
      <p className="notice-title">{t('ledger.checking.seen')}</p>
      <p>
        {t('ledger.checking.seenText', { size: seen.size, date: dayInWords(seen.seenOn, 'short') })}{' '}
        <code>{seen.root}</code>
      </p>
      <Button type="button" kind="plain" onClick={forget}>
        {t('ledger.checking.forget')}
      </Button>
    </div>
  )
}

function OldOne({ check }: { check: Check }) {
  const { t } = useWords()
  const [isWrong, setWrong] = useState(false)
  const compare = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const old = typedIn(event.currentTarget)
    setWrong(!old)
    if (old) check({ kind: 'old', old })
  }
  return (
    <details>
      <summary>{t('ledger.checking.old')}</summary>
      <form className="flow" onSubmit={compare} noValidate>
        <p>{t('ledger.checking.oldLead')}</p>
        <TextField name="size" label={t('ledger.checking.oldSize')} inputMode="numeric" width="short" />
        <TextField
          name="root"
          label={t('ledger.checking.oldRoot')}
          hint={t('ledger.checking.oldRootHint')}
          error={isWrong ? t('ledger.checking.oldWrong') : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button kind="quiet">{t('ledger.checking.oldCompare')}</Button>
      </form>
    </details>
  )
}

function typedIn(form: HTMLFormElement): OldCheckpoint | undefined {
  const typed = new FormData(form)
  return readOld(String(typed.get('size')), String(typed.get('root')))
}

function OwnFiles({ check }: { check: Check }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('ledger.checking.own')}</summary>
      <TextField
        name="own"
        type="file"
        multiple
        label={t('ledger.checking.own')}
        hint={t('ledger.checking.ownHint')}
        onChange={({ currentTarget: { files } }) => files?.length && check({ kind: 'own', chosen: [...files] })}
      />
    </details>
  )
}
