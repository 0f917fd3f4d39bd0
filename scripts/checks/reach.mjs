import { build } from 'esbuild'

/** What stands for the database in the house: whoever comes to it reaches the database. */
const database = 'db/sqlite.ts'

/** Returns those of these files that come to the database, through whatever they import. */
export async function reachTheDatabase(files) {
  const { metafile } = await build({
    ...{ entryPoints: files, bundle: true, write: false, metafile: true, logLevel: 'silent' },
    ...{
      outdir: '.cache/nothing',
      platform: 'node',
      format: 'esm',
      packages: 'external',
      external: ['*?raw', '*?url'],
    },
    alias: { '~': './app', surveys: './surveys' },
    loader: { '.css': 'empty', '.node': 'empty' },
  })
  const reaches = (file, seen = new Set()) => {
    if (file === database) return true
    if (seen.has(file)) return false
    seen.add(file)
    return (metafile.inputs[file]?.imports ?? []).some(({ path }) => reaches(path, seen))
  }
  return files.filter(file => reaches(file))
}
