import { useLocation } from '@remix-run/react'
import { useWords } from '~/language/words'

/** Asks for the same page once more: nothing moves on it by itself, so nobody can watch a colleague give. */
export function LookAgain() {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  return <a href={pathname + search}>{t('readiness.exercise.look')}</a>
}
