import { useWords } from '~/language/words'
import type { PromiseSaid } from '~/promises/words'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { GroupPublishing, type GroupWriting, GroupWritingForm } from './group-form'
import type { MandateRefusal } from './rules'

export type FoundingRefusal = MandateRefusal | 'nameTaken' | 'noSuchGroup' | 'promiseNotMade'
export type NewGroupAnswer = GroupWriting & {
  step: 'write' | 'preview' | 'publish'
  promise?: PromiseSaid
  refused?: FoundingRefusal
}
type NewGroupPageProps = {
  sites: readonly { id: string; name: string }[]
  mayPromise: boolean
  answer?: NewGroupAnswer
}

/** Where a group is founded: written, read as staff will read it, and entered for good. */
export function NewGroupPage({ sites, mayPromise, answer = { step: 'write' } }: NewGroupPageProps) {
  const { t } = useWords()
  const { step, said, promise, refused, ...writing } = answer
  return (
    <Page title={t('groups.new.title')} lead={t('groups.new.lead')}>
      {refused && <Notice kind="warning">{t(`groups.refused.${refused}`)}</Notice>}
      {step !== 'write' && said && !refused ? (
        <GroupPublishing said={said} promise={promise} sites={sites} />
      ) : (
        <GroupWritingForm {...writing} said={said} sites={sites} mayPromise={mayPromise} />
      )}
    </Page>
  )
}
