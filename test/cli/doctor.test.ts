import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type Diagnosis,
  chromiumFinding,
  configFinding,
  findingsText,
  folderFinding,
  gitFinding,
  letterCaseFinding,
  nodeFinding,
  packageFinding,
} from '#src/cli/doctor/findings.ts'
import { startPasserelle } from '../support/child.ts'
import { temporaryFolder } from '../support/folder.ts'
import { smallGuides } from '../support/small-guides.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const smallSite = smallGuides()
const folder = { subject: 'Cache', path: '.cache', exists: true, isWritable: true }

test('a site and a machine that can build have nothing that stops a build', async () => {
  const { run } = await smallSite()
  const { code, output } = await run('doctor')
  expect(code, output).toBe(0)
  expect(output).toMatch(/^ok {4}Node +\d+\./m)
  expect(output).toMatch(/^ok {4}Package sharp +\d/m)
  expect(output).toMatch(/^ok {4}Configuration +content\/site\.config\.ts$/m)
  expect(output).toMatch(/^ok {4}Docset fasttrack +content\/docs\/en\/fasttrack$/m)
  expect(output).toMatch(/Nothing stops a build\.$/)
})

test('programs get it as JSON', async () => {
  const { run } = await smallSite()
  const { findings } = JSON.parse((await run('doctor', '--json')).output) as {
    findings: Diagnosis[]
  }
  expect(findings.map(({ subject }) => subject)).toContain('Git')
})

test('docfx folders are looked at like guides, and need no site around them', async () => {
  const { passerelle } = await translatedDocset()
  const { code, printed } = await passerelle('doctor')
  expect([code, printed]).toEqual([0, expect.stringContaining('en-us/moves')])
})

test('a folder without a site, a docset without pages and a broken configuration stop a build', async () => {
  const empty = await temporaryFolder()
  const nothing = await startPasserelle(['doctor'], { cwd: empty, env: { INIT_CWD: empty } }).ended
  expect([nothing.code, nothing.printed]).toEqual([1, expect.stringContaining('passerelle init')])

  const site = await smallSite()
  await rm(join(site.root, 'content/docs/en'), { recursive: true })
  const gone = await site.run('doctor')
  expect([gone.code, gone.output]).toEqual([1, expect.stringMatching(/stop {2}Docset fasttrack/)])

  const other = await smallSite()
  await other.edit('content/site.config.ts', "url: 'https", "url: 'nowhere', uri: 'https")
  const broken = await other.run('doctor')
  expect([broken.code, broken.output]).toEqual([1, expect.stringMatching(/with (?:an|2) error/)])
})

test.skipIf(process.getuid?.() === 0)('paths that are not writable are reported', async () => {
  const { root, run } = await smallSite()
  await mkdir(join(root, 'closed'))
  await chmod(join(root, 'closed'), 0o555)
  expect((await run('doctor', '--out', 'closed/site')).output).toContain('cannot be written')
})

test.each([
  ['a Node that is too old', nodeFinding('20.19.4'), 'stop'],
  ['the oldest one that will do', nodeFinding('22.18.0'), 'ok'],
  ['a newer one', nodeFinding('24.0.0-rc.1'), 'ok'],
  ['a package that is missing', packageFinding({ name: 'astro', version: undefined }), 'stop'],
  [
    'a package of another kind of machine',
    packageFinding({ name: 'sharp', version: '1.0.0', fault: 'Could not load' }),
    'stop',
  ],
  ['no configuration', configFinding(undefined, 0), 'stop'],
  ['a folder that will be made', folderFinding({ ...folder, exists: false }), 'ok'],
  ['a folder that may not be written', folderFinding({ ...folder, isWritable: false }), 'stop'],
  [
    'a docset without its folder',
    folderFinding({ ...folder, exists: false, isNeeded: true, isRead: true }),
    'stop',
  ],
  ['no Git', gitFinding(undefined, undefined), 'note'],
  ['no repository', gitFinding('2.47', 'fatal: not a git repository'), 'note'],
  ['no browser', chromiumFinding(undefined), 'note'],
  ['a disk that does not tell letters apart', letterCaseFinding(false), 'note'],
])('%s', (_, finding, state) => {
  expect(finding.state).toBe(state)
  // Whatever is not in order says what to do.
  expect(finding.advice === undefined).toBe(state === 'ok')
})

test('the text ends with what it comes to', () => {
  const stop = nodeFinding('18.0.0')
  expect(findingsText([stop])).toMatch(/\nOne thing stops a build\.$/)
  expect(findingsText([stop, stop])).toMatch(/\n2 things stop a build\.$/)
})
