import { useWords } from '~/language/words'
import { ButtonLink } from '~/ui/button'
import { PromiseList } from './in-sight'
import type { RegisterRow } from './register-table'

/** Promises that wait for this reader; the store makes exactly this. */
export type PromiseAskShown = {
  kind: 'promisesDue' | 'promisesWaiting'
  count: number
  promises: RegisterRow[]
}

/** Names the first promises that wait for somebody, and leads to all of them. */
export function PromiseAskEntry({ ask: { kind, count, promises }, first }: { ask: PromiseAskShown; first: boolean }) {
  const { t } = useWords()
  return (
    <>
      <h2>{t(`promises.home.${kind}.title`, { count })}</h2>
      <p>{t(`promises.home.${kind}.text`)}</p>
      <PromiseList promises={promises} home="/app/promises" dated />
      <ButtonLink
        kind={first ? 'main' : 'quiet'}
        to={`/app/promises?status=${kind === 'promisesDue' ? 'open' : 'all'}`}
      >
        {t('promises.home.all')}
      </ButtonLink>
    </>
  )
}
