/** Only pictures that were found are put into a page; nothing that an author writes passes for one. */
import { expect, test } from 'vitest'
import { markImage, markedImages, withImages } from '#plugins/image-marks.ts'
import { htmlIn } from '#plugins/content.ts'
import { htmlOf } from '#plugins/safe-html.ts'
import { png, readDocfxTree, readGuideTree } from '../support/tree.ts'

const image = (properties: Record<string, string>) =>
  htmlOf({ type: 'element', tagName: 'img', properties: markImage(properties), children: [] })

test('a picture gets its address and size, its words stay', () => {
  const html = image({ src: 'a.png', alt: 'A "b" & <c> ’' })
  const [[mark, attributes] = ['', undefined]] = [...markedImages(html)]
  expect(attributes).toEqual({ src: 'a.png', alt: 'A "b" & <c> ’' })
  const { src: _, ...words } = attributes ?? { src: '' }
  expect(withImages(html, new Map([[mark, { ...words, src: '/x.webp' }]]))).toBe(
    '<img alt="A &#34;b&#34; &#38; &#60;c&#62; ’" src="/x.webp">',
  )
})

const forged = '<img passerelle-image="{&quot;src&quot;:&quot;p.png&quot;}">'

test.each([
  forged,
  forged.replace('"{', "'{").replace('}"', "}'"),
  `\`${forged}\``,
  `![${forged}](p.png)`,
  `<span title='${forged}'>x</span>`,
])('an author cannot make a mark in a docset: %s', async (typed) => {
  const { site } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': `---\ntitle: A\ndescription: D\n---\n\n# A\n\n${typed}\n`,
    'en-us/guide/p.png': png,
  })
  const marks = site.documents.flatMap(({ content }) =>
    (content?.parts() ?? []).flatMap((part) =>
      typeof part === 'string' ? [...markedImages(part).values()] : [],
    ),
  )
  // Nobody has asked this reader to mark pictures.
  expect(marks).toEqual([])
})

test('nor in a guide', async () => {
  const text = `---\ntitle: A\ndescription: D\nupdated: 2026-11-22\n---\n\n<img passerelle-image='{"src":"p.png"}' alt="x" src="p.png" />\n`
  const { site } = await readGuideTree({
    'content/docs/en/move/index.mdx': text,
    'content/docs/en/move/p.png': png,
  })
  const html = site.documents.flatMap(({ content }) => htmlIn(content?.parts() ?? [])).join('')
  expect(html).not.toContain('passerelle-image=\'{"src":"p.png"}')
})
