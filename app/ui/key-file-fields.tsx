import { OwnField, type OwnFieldProps, OwnFile } from './own-field'

type Words = Pick<OwnFieldProps, 'id' | 'label' | 'hint'>
type KeyFileFieldsProps = {
  file: Words
  passphrase: Words
  /** What is wrong, said beside the field that it is about. */
  problem?: { text: string; isAbout: 'file' | 'passphrase' }
}

/** Asks for the file of a key and for its passphrase; both stay in this browser. */
export function KeyFileFields({ file, passphrase, problem }: KeyFileFieldsProps) {
  const at = (field: 'file' | 'passphrase') => (problem?.isAbout === field ? problem.text : undefined)
  return (
    <>
      <OwnFile {...file} error={at('file')} />
      <OwnField {...passphrase} type="password" autoComplete="off" error={at('passphrase')} />
    </>
  )
}
