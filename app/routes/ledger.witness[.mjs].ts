import source from '~/ledger/witness-program.mjs?raw'

/** The program with which a witness makes a key and signs along, to keep beside the verifier. */
export function loader() {
  return new Response(source, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
