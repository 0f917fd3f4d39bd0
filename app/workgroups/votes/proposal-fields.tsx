import { useWords } from '~/language/words'
import { TextField } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { longestProposal, longestTitle } from './form'

type FieldOf = (name: 'title' | 'words' | 'amount') => { name: string; error?: string; defaultValue?: string }

/** Asks for the words of a proposal, and for its amount where money can be in it. */
export function ProposalFields({ field, withAmount }: { field: FieldOf; withAmount: boolean }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        {...field('title')}
        label={t('votes.new.name')}
        hint={t('votes.new.nameHint')}
        maxLength={longestTitle}
        required
      />
      <TextArea
        {...field('words')}
        label={t('votes.new.words')}
        hint={t('votes.new.wordsHint')}
        maxLength={longestProposal}
        rows={8}
        required
      />
      {withAmount && (
        <TextField
          {...field('amount')}
          label={t('votes.new.amount')}
          hint={t('votes.new.amountHint')}
          inputMode="decimal"
          autoComplete="off"
          width="short"
        />
      )}
    </>
  )
}
