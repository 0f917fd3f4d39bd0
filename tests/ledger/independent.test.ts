import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifierKey } from '~/ledger/note'
import { honestLog, signer } from './log-builder'

// Go's own package for signed notes was written by others and knows nothing of this house.
// On Debian: apt-get install golang-go golang-golang-x-mod-dev

const gopath = '/usr/share/gocode'

function whyNot(): string | undefined {
  try {
    execFileSync('go', ['version'])
  } catch {
    return 'Go is not here'
  }
  return existsSync(`${gopath}/src/golang.org/x/mod/sumdb/note`) ? undefined : 'golang.org/x/mod is not here'
}

const program = `package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/mod/sumdb/note"
)

func main() {
	key, fault := note.NewVerifier(os.Args[1])
	if fault != nil {
		fmt.Println("key:", fault)
		os.Exit(1)
	}
	message, _ := io.ReadAll(os.Stdin)
	opened, fault := note.Open(message, note.VerifierList(key))
	if fault != nil {
		fmt.Println("note:", fault)
		os.Exit(1)
	}
	fmt.Print(len(opened.Sigs), " ", len(opened.UnverifiedSigs), "\\n", opened.Text)
}
`

const reason = whyNot()
if (reason) console.warn(`Skipped: no independent implementation opened the checkpoint, because ${reason}.`)

describe.skipIf(reason)(`the checkpoint opens with Go${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const home = mkdtempSync(join(tmpdir(), 'inspraak-go-'))
  const opener = join(home, 'opener')
  const log = signer('inspraak.voorbeeld.nl/ledger')
  const paper = honestLog(log)
  const { checkpoint } = paper.files()
  const key = verifierKey(log)

  beforeAll(() => {
    mkdirSync(join(home, 'main'))
    writeFileSync(join(home, 'main', 'main.go'), program)
    const offline = { GO111MODULE: 'off', GOPATH: gopath, GOPROXY: 'off', GOFLAGS: '', GOCACHE: join(home, 'cache') }
    const env = { ...process.env, ...offline }
    execFileSync('go', ['build', '-o', opener, join(home, 'main', 'main.go')], { env })
  }, 120_000)

  const open = (byKey: string, note: string) => {
    try {
      return execFileSync(opener, [byKey], { input: note, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
    } catch (fault) {
      return (fault as { stdout: string }).stdout
    }
  }

  test('with our key, to the text that was signed', () => {
    expect(open(key, checkpoint)).toBe(`1 0\n${paper.body()}`)
  })

  test('with the lines of witnesses under it', () => {
    expect(open(key, paper.checkpoints[0]!)).toMatch(/^1 2\n/)
  })

  test('control: not with one byte changed, and not with the key of somebody else', () => {
    const other = checkpoint.replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`)
    expect(open(key, other)).toMatch(/^note: invalid signature/)
    expect(open(verifierKey(signer(log.name)), checkpoint)).toMatch(/^note: /)
    expect(open(key.replace('+', '+0'), checkpoint)).toMatch(/^key: /)
  })
})
