/** `next --html`: what it writes where, and what it does not. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handedOut } from '../support/handed-out.ts'

test('a page holds as many units as were asked for, and is written again in its place', async () => {
  const docset = await handedOut()
  for (const count of ['2', '4']) {
    const { code, printed } = await docset.passerelle('next', '--count', count, '--html', 'w.html')
    expect([code, printed]).toEqual([0, `${count} to translate → w.html`])
    expect((await docset.read('w.html')).match(/<textarea/g)).toHaveLength(Number(count))
  }
})

test('text of a page is text in it, whatever it looks like', async () => {
  const docset = await handedOut()
  await docset.edit('en-us/moves/after.md', 'Switch', 'Type `</script><b x="` or `"><i>` & switch')
  await docset.passerelle('next', '--count', '9', '--html', 'w.html')
  const text = await docset.read('w.html')
  expect(text.match(/<\/script>/g)).toHaveLength(2)
  expect(text).toContain('&lt;/script&gt;&lt;b x="')
})

test.each([
  ['notes.html', /exists and is not a work page/],
  ['notes.txt', /no name of a \.html file/],
])('%s is not written over', async (name, expected) => {
  const docset = await handedOut()
  await writeFile(join(docset.folder, name), '<p>Mine</p>')
  const { code, warned } = await docset.passerelle('next', '--html', name)
  expect([code, warned]).toMatchObject([2, expected])
  expect(await docset.read(name)).toBe('<p>Mine</p>')
})
