/** Names of files that grow when they become an address. */
import { describe, expect, test } from 'vitest'
import { hasLongName, slugOf } from '#src/docsets/address.ts'
import { rootAround } from '#src/real-path.ts'
import { randomFrom } from '../mutations/mutate.ts'
import { readDocfxTree } from '../support/tree.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Of letters that have one to four bytes, and of some that grow in lower case. */
function longNames(): string[] {
  const random = randomFrom(1)
  const letters = ['x', 'é', 'İ', 'Ⱥ', '語', '😀', 'e\u0301', '-', '.']
  return Array.from({ length: 500 }, () => {
    const length = Math.floor(random() * 300)
    const pick = () => letters[Math.floor(random() * letters.length)]
    return Array.from({ length }, pick).join('')
  })
}

test.each(['..md', '...md', 'folder/..md', '.../a.md', './a.md', '../a.md', '..p.md', '.a.md'])(
  'the address of %s leads through no other folder',
  (path) => {
    expect(slugOf(path).split('/')).not.toContain('..')
    expect(slugOf(path).split('/')).not.toContain('.')
    expect(slugOf(path)).not.toBe('')
  },
)

test('a name that begins with two dots leads out of no folder', () => {
  expect(rootAround('/docs/..p.md', ['/docs'])).toBe('/docs')
  expect(rootAround('/docs/..p/a.md', ['/docs'])).toBe('/docs')
  expect(rootAround('/docs/../a.md', ['/docs'])).toBeUndefined()
})

describe('a page whose address would be longer than disks take', () => {
  test('is an error at its file, and has an address that can be written all the same', async () => {
    const page = '---\ntitle: T\ndescription: D\n---\n\nWords.\n'
    const path = `en-us/guide/${'İ'.repeat(110)}.md`
    const { lines, site } = await readDocfxTree({ 'en-us/guide/index.md': page, [path]: page })
    expect(lines).toEqual([`${path}:1:1 error page-long`])
    const longest = site.documents.map(({ page: { slug } }) => bytesOf(slug))
    expect(Math.max(...longest)).toBeLessThanOrEqual(255)
  })

  test('is cut to what a disk can hold, between two letters', () => {
    for (const name of longNames()) {
      const slug = slugOf(`folder/${name}.md`)
      const [folder, own = ''] = slug.split('/')
      expect(folder, name).toBe('folder')
      expect(bytesOf(own), name).toBeLessThanOrEqual(255)
      expect(slug.isWellFormed(), name).toBe(true)
      // Four bytes are the most that are cut off too much.
      if (hasLongName(`folder/${name}.md`)) expect(bytesOf(own), name).toBeGreaterThan(251)
    }
  })
})
