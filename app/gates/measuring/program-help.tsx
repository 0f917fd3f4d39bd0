import { useWords } from '~/language/words'
import { Section } from '~/ui/page'

const body = '{"step":1,"criterion":1,"from":"2026-11-23","until":"2026-11-29","value":87.5,"volume":412}'

const nodeExample = (address: string) => `import { readFile } from 'node:fs/promises'
import { Webhook } from 'standardwebhooks'

const secret = (await readFile('meter.secret', 'utf8')).trim()
const address = '${address}'
const body = JSON.stringify({
  step: 1, criterion: 1, from: '2026-11-23', until: '2026-11-29', value: 87.5, volume: 412,
})
const id = 'msg_week_48_criterion_1'
const now = new Date()
const headers = {
  'content-type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, now, body),
}
const answer = await fetch(address, { method: 'POST', headers, body })
console.log(answer.status, await answer.text())`

const shellExample = (address: string) => `secret=$(cat meter.secret)
body='${body}'
id=msg_week_48_criterion_1
now=$(date +%s)
key=$(printf %s "\${secret#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
signature=$(printf '%s.%s.%s' "$id" "$now" "$body" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
curl -sS '${address}' -H 'content-type: application/json' \\
  -H "webhook-id: $id" -H "webhook-timestamp: $now" \\
  -H "webhook-signature: v1,$signature" --data-raw "$body"`

/** Tells whoever writes the program what to send, how to sign it and what is answered, with two examples to copy. */
export function ProgramHelp({ address }: { address: string }) {
  const { t } = useWords()
  return (
    <Section title={t('gates.measuring.program.title')} id="program">
      <p>{t('gates.measuring.program.lead')}</p>
      <p>
        <code>POST {address}</code>
      </p>
      <p>{t('gates.measuring.program.fields')}</p>
      <p>{t('gates.measuring.program.again')}</p>
      <p>{t('gates.measuring.program.answers')}</p>
      <Example title={t('gates.measuring.program.node')} text={nodeExample(address)} />
      <Example title={t('gates.measuring.program.curl')} text={shellExample(address)} />
    </Section>
  )
}

/** A text to copy; wider than many screens, so it can be scrolled from the keyboard. */
function Example({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be in reach of the keyboard */}
      <section aria-label={title} tabIndex={0} className="program-text">
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </details>
  )
}
