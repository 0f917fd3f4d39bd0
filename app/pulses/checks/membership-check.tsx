import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { type ListFinding, lookForOneself } from './membership.client'

type MembershipCheckProps = { round: string; manifestSha256: string; unit: string; roster: number }

const kinds = { found: 'done', notFound: 'warning', differs: 'warning', unreachable: 'info' } as const

/** Lets somebody look for themself on the list of their group; the browser does it, not the server. */
export function MembershipCheck({ round, manifestSha256, unit, roster }: MembershipCheckProps) {
  const { t } = useWords()
  const [state, setState] = useState<'notReady' | 'ready' | 'looking' | ListFinding>('notReady')
  useEffect(() => setState('ready'), [])
  const finding = state in kinds ? (state as ListFinding) : undefined
  const look = async () => {
    setState('looking')
    setState(await lookForOneself({ round, manifestSha256 }))
  }
  return (
    <>
      <p>{t('checks.list.says', { unit, people: roster })}</p>
      <noscript>
        <p>{t('checks.list.noScript')}</p>
      </noscript>
      {finding && <Notice kind={kinds[finding]}>{t(`checks.list.${finding}`, { unit, people: roster })}</Notice>}
      {state !== 'notReady' && (
        <p>
          <Button type="button" kind="quiet" busy={state === 'looking'} onClick={look}>
            {t('checks.list.look')}
          </Button>
        </p>
      )}
    </>
  )
}
