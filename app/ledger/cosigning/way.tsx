import { Link, useRouteLoaderData } from '@remix-run/react'
import { useWords } from '~/language/words'
import { hasRole, type Person } from '~/people/rules'
import { witnessKeepers } from '../witness'

/** Where something waits for a witness: the way to sign for who may, and for others who to turn to. */
export function CosignWay() {
  const { t } = useWords()
  const reader = useRouteLoaderData<{ reader: Pick<Person, 'roles'> | null }>('root')?.reader
  const maySign = reader && hasRole(reader, witnessKeepers)
  if (!maySign) return <p>{t('witness.ask.tell')}</p>
  return (
    <p>
      <Link to="/app/witnesses/cosign">{t('witness.next.go.cosign')}</Link>
    </p>
  )
}
