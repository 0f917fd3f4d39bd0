import { useEffect, useState } from 'react'
import { useWords } from '~/language/words'
import { checkDigits } from '../sealing/sealed'

/** Twelve digits of somebody's public key, to compare when the two sit together: nobody put another key in between. */
export function KeyDigits({ publicKey, name }: { publicKey: string; name: string }) {
  const { t } = useWords()
  const [digits, setDigits] = useState('')
  useEffect(() => void checkDigits(publicKey).then(setDigits), [publicKey])
  return (
    <div className="flow">
      <p>{t('record.digits.text', { name })}</p>
      <p className="key-digits">{digits}</p>
    </div>
  )
}
