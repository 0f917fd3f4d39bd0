import { type FormEvent, useEffect, useState } from 'react'
import { drawWithWords, type WordsMove } from '~/ballot-box/moving/words.client'
import { openTokenStore } from '~/ballot-box/token-store.client'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import type { OwnErrand } from './rules'

/** What is said about an end of its own; every other end may be tried again. */
const said = ['drawn', 'spent', 'elsewhere', 'someoneElses', 'wordsWrong'] as const
type Said = (typeof said)[number] | 'failed'

/** Brings a token over from another device by the words that it shows. */
export function WordsMoveForm({ errand }: { errand: OwnErrand }) {
  const { t } = useWords()
  const [state, setState] = useState<'notReady' | 'ready' | 'busy' | Said>('notReady')
  useEffect(() => setState('ready'), [])
  if (state === 'notReady') return null
  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('words') ?? '')
    setState('busy')
    setState(await bringOver(errand, typed))
  }
  return (
    <details>
      <summary>{t('checks.words.question')}</summary>
      <form onSubmit={take} className="flow">
        <p>{t('checks.words.text')}</p>
        <p>{t('checks.words.own')}</p>
        {state !== 'ready' && state !== 'busy' && (
          <Notice kind={state === 'drawn' ? 'done' : 'warning'}>{t(`checks.words.${state}`)}</Notice>
        )}
        <TextArea
          name="words"
          label={t('checks.words.label')}
          rows={3}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <Button kind="quiet" busy={state === 'busy'}>
          {t('checks.words.take')}
        </Button>
      </form>
    </details>
  )
}

async function bringOver(errand: OwnErrand, typed: string): Promise<Said> {
  const store = await openTokenStore().catch(() => undefined)
  if (!store) return 'failed'
  const end: WordsMove = await drawWithWords({ ...errand, store, fetch: (...request) => fetch(...request) }, typed)
  return said.find(one => one === end.state) ?? 'failed'
}
