import { type ChangeEvent, type ReactNode, useState } from 'react'
import { Button, ButtonRow } from './button'
import { Notice } from './notice'
import { OwnFile } from './own-field'

/** What is said around a file that has to be saved; `tryHint` may name it. */
export type SavedFileWord = 'made' | 'saveFirst' | 'save' | 'again' | 'try' | 'tryHint' | 'tryWrong'

type SavedFileProps = {
  /** Of the field in which the saved file is chosen. */
  id: string
  file: { name: string; text: string }
  say: (word: SavedFileWord) => string
  /** Tells whether a chosen file holds what was made, and opens. */
  isRight: (text: string) => Promise<boolean>
  startAgain: () => void
  /** What comes once the saved file was opened again. */
  children: ReactNode
}

/** Lets a file that was made here be saved, tries whether the saved one opens, and only then shows what comes next. */
export function SavedFile({ id, file, say, isRight, startAgain, children }: SavedFileProps) {
  const [isSaved, setSaved] = useState(false)
  const [tried, setTried] = useState<'right' | 'wrong'>()
  const save = () => {
    saveAs(file.name, file.text)
    setSaved(true)
  }
  const tryFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const text = await event.target.files?.[0]?.text()
    if (text !== undefined) setTried((await isRight(text)) ? 'right' : 'wrong')
  }
  const error = tried === 'wrong' ? say('tryWrong') : undefined
  return (
    <div className="flow">
      <Notice kind="done" title={say('made')}>
        <p>{say('saveFirst')}</p>
      </Notice>
      <ButtonRow>
        <Button type="button" kind={isSaved ? 'quiet' : 'main'} onClick={save}>
          {say('save')}
        </Button>
        {tried !== 'right' && (
          <Button type="button" kind="plain" onClick={startAgain}>
            {say('again')}
          </Button>
        )}
      </ButtonRow>
      {isSaved && <OwnFile id={id} label={say('try')} hint={say('tryHint')} error={error} onChange={tryFile} />}
      {tried === 'right' && children}
    </div>
  )
}

/** Saves a text as a file of this device. */
export function saveAs(fileName: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
