import remarkParse from 'remark-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { docfxPreset } from '#plugins/docfx/index.ts'
import remarkToHtml from '#plugins/to-html.ts'
import { videoAddress } from '#plugins/videos.ts'

async function html(markdown: string): Promise<string> {
  const { remarkPlugins, remarkRehype, rehypePlugins } = docfxPreset({
    strings: { 'video.on': 'Film bei {host}' },
    interfaceLanguage: () => 'de',
  })
  const page = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkToHtml, remarkRehype)
    .use(rehypePlugins)
    .use(rehypeStringify)
  return String(await page.process(markdown))
}

test('a video that has only an address says where it is, in the language of the interface', async () => {
  expect(await html('> [!VIDEO https://www.youtube.com/embed/abc]')).toContain(
    '<a href="https://www.youtube-nocookie.com/embed/abc?rel=0" lang="de">Film bei youtube.com</a>',
  )
  expect(await html('<iframe src="https://player.example/1"></iframe>')).toContain(
    '>Film bei player.example</a>',
  )
})

test('a video with a title keeps it', async () => {
  expect(await html('> [!VIDEO https://video.example/a title="The way"]')).toContain('>The way</a>')
  const form = ':::video source="https://video.example/b" title="The film":::'
  expect(await html(form)).toContain('<a href="https://video.example/b">The film</a>')
  const frame = '<iframe src="https://player.example/1" title="The tour"></iframe>'
  expect(await html(frame)).toContain('>The tour</a>')
})

test('a video by its number, or in brackets, has an address', async () => {
  const number = 'ec343800-59ae-43c3-a031-83d8647034a6'
  expect(await html(`> [!VIDEO ${number}]`)).toContain(
    `href="https://learn-video.azurefd.net/vod/player?id=${number}"`,
  )
  expect(await html('> [!VIDEO (https://video.example/a)]')).toContain('"https://video.example/a"')
})

test.each([
  ['https://www.youtube.com/watch?v=abc&t=5', 'embed/abc?t=5&rel=0'],
  ['https://youtu.be/abc', 'embed/abc?rel=0'],
  ['http://youtube.com/embed/abc?rel=1', 'embed/abc?rel=1'],
  ['https://www.youtube.com/playlist?list=xyz', 'embed/videoseries?list=xyz&rel=0'],
  ['https://www.youtube-nocookie.com/embed/videoseries?list=q', 'embed/videoseries?list=q&rel=0'],
  ['https://www.youtube.com/about', 'about'],
])('%s of YouTube leads to its player, without cookies', (typed, path) => {
  expect(videoAddress(typed)).toBe(`https://www.youtube-nocookie.com/${path}`)
})
