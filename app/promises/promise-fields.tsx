import { useWords } from '~/language/words'
import { DateField, SelectField, TextField } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { longestName, longestPart, longestPromise } from './form'
import { ownerRoles, type PromisePart } from './words'

type FieldOf = (name: PromisePart) => { name: string; error?: string; defaultValue?: string }

/** Asks for the words of a promise: each part beside what a reader will want to know of it. */
export function PromiseFields({ field }: { field: FieldOf }) {
  const { t } = useWords()
  const words = (part: PromisePart) => ({
    ...field(part),
    label: t(`promises.part.${part}`),
    hint: t(`promises.new.${part}Hint`),
    required: true,
  })
  const long = { maxLength: longestPart, rows: 3 }
  return (
    <>
      <TextArea {...words('text')} maxLength={longestPromise} rows={2} />
      <TextArea {...words('exclusions')} {...long} />
      <DateField {...words('dueOn')} width="short" />
      <TextArea {...words('measure')} {...long} />
      <SelectField {...words('ownerRole')}>
        {ownerRoles.map(role => (
          <option key={role} value={role}>
            {t(`promises.owner.${role}`)}
          </option>
        ))}
      </SelectField>
      <TextField {...words('ownerName')} required={false} optional maxLength={longestName} autoComplete="off" />
      <TextField {...words('scope')} maxLength={longestPart} />
      <TextArea {...words('why')} {...long} />
    </>
  )
}
