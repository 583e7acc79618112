/** Commands in the examples are commands of this program, with options that it has. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRequest } from '#src/cli/commands/build.ts'

interface Workflow {
  jobs: Record<
    string,
    { strategy?: { matrix: { shard: string[] } }; steps: readonly { run?: string }[] }
  >
}

const terminal = {
  cwd: '/',
  root: join(import.meta.dirname, '../..'),
  print: () => undefined,
  warn: () => undefined,
  atEnd: () => undefined,
}

test('a site on several machines', async () => {
  const text = await readFile(
    join(import.meta.dirname, '../../examples/github/several-machines.yml'),
    'utf8',
  )
  const { jobs } = parse(text) as Workflow
  const lines = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
  const calls = lines.flatMap((line) => /^npm run passerelle -- (\S+)(.*)$/.exec(line) ?? [])
  expect(calls.filter((_, index) => index % 3 === 1)).toEqual(['build', 'assemble'])
  const [shard = ''] = jobs['draw']?.strategy?.matrix.shard ?? []
  const [, , build = '', , , assemble = ''] = calls
  const words = (options: string) =>
    options.replace('${{ matrix.shard }}', shard).trim().split(/\s+/)
  expect(readRequest(words(build), terminal).asked.shard).toBe(shard)
  expect(readRequest(words(assemble), terminal).asked.out).toBe(join(terminal.root, 'dist'))
})
