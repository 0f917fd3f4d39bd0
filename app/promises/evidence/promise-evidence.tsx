import { useWords } from '~/language/words'
import { Gone } from '~/ledger/erasures/erased-words'
import { DayText } from '~/ui/day'
import { Section } from '~/ui/page'
import type { PromiseInFull } from '../register'
import type { RegisterHome } from '../visibility'
import { type KeptFile, linkIn, partsOfNote } from './kinds'

/** What anybody can go and look at. */
export function Evidence({ promise: { id, events }, home }: { promise: PromiseInFull; home: RegisterHome }) {
  const { t } = useWords()
  const shown = events.filter(({ kind }) => kind === 'evidence')
  return (
    <Section title={t('promises.page.evidence')}>
      {shown.length === 0 && <p>{t('promises.page.noEvidence')}</p>}
      {shown.map(({ version, happenedOn, side, note, file }) => (
        <div className="register-entry" key={version}>
          <p className="note">
            <DayText day={happenedOn} /> · {t(`promises.side.${side}`)}
          </p>
          {note ? <NoteText note={note} /> : <Gone part="note" version={version} />}
          {file && <FileShown file={file} address={`${home}/${id}/evidence/${file.hash}`} note={note} />}
        </div>
      ))}
    </Section>
  )
}

/** What somebody wrote, with its link below it. */
export function NoteText({ note }: { note: string }) {
  const { words, link } = partsOfNote(note)
  return (
    <>
      <p className="evidence-note">
        <WithLinks text={words} />
      </p>
      {link && (
        <p>
          <Away address={link} />
        </p>
      )}
    </>
  )
}

type FileShownProps = { file: KeptFile; address: string; note: string }

function FileShown({ file, address, note }: FileShownProps) {
  const isPicture = file.kind === 'png' || file.kind === 'jpg'
  return (
    <>
      {isPicture && (
        <p>
          <a href={address}>
            <img className="evidence-picture" src={address} alt={partsOfNote(note).words} loading="lazy" />
          </a>
        </p>
      )}
      <FileFacts file={file} address={address} />
    </>
  )
}

/** What a file is called, what it is, how large, and by which it is told apart from every other file. */
export function FileFacts({ file: { hash, name, kind, byteCount }, address }: { file: KeptFile; address?: string }) {
  const { t, language } = useWords()
  const kilobytes = new Intl.NumberFormat(language).format(Math.ceil(byteCount / 1000))
  return (
    <>
      <p className="evidence-name">{address ? <a href={address}>{name}</a> : name}</p>
      <p className="note">
        {t(`evidence.kind.${kind}`)}, {t('evidence.size', { kilobytes })}. {t('evidence.fingerprint')}{' '}
        <code title={hash}>{hash.slice(0, 16)}</code>
      </p>
    </>
  )
}

/** An address that could show another place than where it leads stays text. */
function Away({ address }: { address: string }) {
  const to = linkIn(address)
  if (!to) return <>{address}</>
  return (
    <a href={to} rel="noopener noreferrer nofollow">
      {address}
    </a>
  )
}

/** Makes the web addresses in a text into links; nothing else in it means anything. */
function WithLinks({ text }: { text: string }) {
  const at = text.search(/https?:\/\//)
  if (at < 0) return <>{text}</>
  const address = /^[^\s<>"]+/.exec(text.slice(at))![0]
  return (
    <>
      {text.slice(0, at)}
      <Away address={address} />
      <WithLinks text={text.slice(at + address.length)} />
    </>
  )
}
